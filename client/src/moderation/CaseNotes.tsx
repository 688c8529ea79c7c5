import type { Case } from "@meridian/shared/cases";
import { useRef, useState } from "react";
import { useMe } from "../lib/access.ts";
import { useKeys } from "../lib/keys.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { relativeTime } from "../lib/time.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { TextField } from "../ui/TextField.tsx";
import { addNote } from "./commands.ts";
import { CasePart } from "./CasePart.tsx";

/** What moderators tell each other: neither the author nor the reporters ever see it. */
export function CaseNotes({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const { zone } = useMe();
  if (kase.notes.length === 0 && !kase.mayJudge) return null;
  return (
    <CasePart title={t("desk.notesTitle")}>
      <ul className="space-y-1.5">
        {kase.notes.map(({ id, by, text, at }) => (
          <li key={id} className="text-sm">
            <span className="font-semibold">{by.name}</span>{" "}
            <span className="text-soft">{relativeTime(at, now, locale, zone)}</span>
            <span className="block whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
          </li>
        ))}
      </ul>
      {kase.mayJudge && <NoteForm id={kase.id} />}
    </CasePart>
  );
}

function NoteForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  useKeys({ n: () => field.current?.focus() });
  const { form, onSubmit, busy, refused } = useSubmit(async () => {
    if (text.trim() === "") return;
    await addNote(id, text.trim());
    setText("");
  });
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="mt-2">
      <div className="flex items-end gap-2">
        <TextField
          ref={field}
          label={t("desk.addNote")}
          labelHidden
          placeholder={t("desk.addNote")}
          autoComplete="off"
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="min-w-0 flex-1"
        />
        <Button type="submit" busy={busy} disabled={text.trim() === ""} className="min-h-10">
          {t("desk.saveNote")}
        </Button>
      </div>
      <Refusal error={refused} />
    </form>
  );
}
