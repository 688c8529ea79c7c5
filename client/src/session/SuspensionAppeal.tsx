import { decisionsApi } from "@meridian/shared/decisions";
import type { Credentials } from "@meridian/shared/sessions";
import { useState } from "react";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { TextArea } from "../ui/TextArea.tsx";

/** For who is suspended and has just shown who they are: somebody else can be asked to judge. */
export function SuspensionAppeal({ credentials }: { credentials: Credentials }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [sent, setSent] = useState(false);
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      await call(decisionsApi.appealSuspension, { ...credentials, text });
      setSent(true);
    },
    () => (text.trim() === "" ? { text: t("errors.required") } : {}),
  );
  if (sent) return <p role="status">{t("signIn.appealSent")}</p>;
  return (
    <form ref={form} onSubmit={onSubmit} noValidate aria-label={t("signIn.appeal")} className="space-y-3">
      {refused && (
        <ErrorNote
          message={t(refused.code === "conflict" ? "signIn.appealLate" : `errors.${refused.code}`)}
        />
      )}
      <TextArea
        label={t("signIn.appealText")}
        name="text"
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={errors["text"]}
      />
      <Button type="submit" busy={busy} className="w-full">
        {t("signIn.appeal")}
      </Button>
    </form>
  );
}
