import { limits } from "@meridian/shared/limits";
import { peopleApi, type Person } from "@meridian/shared/people";
import { Trash2, Upload } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { useMe } from "../lib/access.ts";
import { call, CallError, upload } from "../lib/call.ts";
import { useLocale } from "../lib/language.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { showPerson } from "../people/commands.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { toast } from "../ui/Toast.tsx";

const types = ["image/png", "image/jpeg", "image/webp"];

/** My picture: seen, replaced, taken away. */
export function AvatarField() {
  const { t } = useTranslation();
  const me = useMe();
  const locale = useLocale();
  const chooser = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState<"upload" | "remove">();
  const [error, setError] = useState<string>();
  const size = new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte" }).format(
    limits.avatarBytes / 1_000_000,
  );

  const change = async (what: "upload" | "remove", command: () => Promise<unknown>) => {
    setBusy(what);
    setError(undefined);
    try {
      showPerson((await command()) as Person);
      toast({ title: t("people.saved") });
    } catch (refused) {
      if (!(refused instanceof CallError)) throw refused;
      setError(t(refused.code === "unsupported_media" ? "errors.image" : `errors.${refused.code}`));
    } finally {
      setBusy(undefined);
    }
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // so that the same file can be chosen again
    event.target.value = "";
    if (!file) return;
    if (!types.includes(file.type)) return setError(t("errors.image"));
    if (file.size > limits.avatarBytes) return setError(t("errors.too_large"));
    void change("upload", () => upload(`/people/${me.id}/avatar`, file));
  };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <PersonAvatar person={me} size="huge" />
      <div className="min-w-0 flex-1 basis-56 space-y-2">
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<Upload size={16} aria-hidden />}
            busy={busy === "upload"}
            onClick={() => chooser.current?.click()}
          >
            {t("people.upload")}
          </Button>
          {me.avatar && (
            <Button
              icon={<Trash2 size={16} aria-hidden />}
              busy={busy === "remove"}
              onClick={() => void change("remove", () => call(peopleApi.removeAvatar, { id: me.id }))}
            >
              {t("people.removeAvatar")}
            </Button>
          )}
        </div>
        <p className="text-sm text-soft">{t("people.avatarHint", { size })}</p>
        {error && <ErrorNote message={error} />}
      </div>
      <input
        ref={chooser}
        type="file"
        accept={types.join(",")}
        aria-label={t("people.upload")}
        tabIndex={-1}
        onChange={choose}
        className="sr-only"
      />
    </div>
  );
}
