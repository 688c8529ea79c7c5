import { type InvitedLine, invitationsApi, type TableLine } from "@meridian/shared/invitations";
import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { InvitedLinks } from "./InvitedLinks.tsx";
import { lookAgainForInvitations } from "./queries.ts";
import { TableLines } from "./TableLines.tsx";
import { linesOf, newTableKey } from "./table.ts";

/**
 * Invites many at once. First it is checked what would become of each line; what can't be invited stays in the field,
 * to be put right and sent again.
 */
export function InviteTable() {
  const { t } = useTranslation();
  const [table, setTable] = useState("");
  const [checked, setChecked] = useState<{ table: string; lines: TableLine[] }>();
  const [invited, setInvited] = useState<InvitedLine[]>([]);
  // the same key until an answer has come, so that a second try invites nobody twice and brings the same links
  const key = useRef(newTableKey());
  const file = useRef<HTMLInputElement>(null);
  const lines = checked?.table === table ? checked.lines : undefined;
  const ready = lines?.filter((line) => line.standing === "new").length ?? 0;

  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      if (!lines || ready === 0) {
        const answer = await call(invitationsApi.checkTable, { table });
        setChecked({ table, lines: answer.lines });
        return;
      }
      const answer = await call(invitationsApi.inviteTable, { key: key.current, table });
      key.current = newTableKey();
      setInvited((earlier) => [...earlier, ...answer.invited]);
      const wrong = answer.lines.filter((line) => line.standing === "wrong");
      const left = linesOf(wrong);
      setTable(left);
      setChecked(wrong.length > 0 ? await checkAgain(left) : undefined);
      void lookAgainForInvitations();
    },
    (): Record<string, string> => (table.trim() === "" ? { table: t("administration.noLines") } : {}),
    (error): Record<string, string> =>
      error.code === "too_large" ? { table: t("administration.tooMany", { count: 500 }) } : {},
  );
  const read = async (chosen: File | undefined) => {
    if (chosen) setTable(await chosen.text());
  };
  return (
    <>
      <form ref={form} onSubmit={onSubmit} noValidate className="space-y-3">
        <TextArea
          label={t("administration.table")}
          hint={t("administration.manyText")}
          placeholder={t("administration.manyExample")}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          maxLength={90_000}
          value={table}
          onChange={(event) => setTable(event.target.value)}
          error={errors["table"]}
        />
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label={t("administration.chooseFile")}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            void read(event.target.files?.[0]);
            event.target.value = "";
          }}
        />
        <div role="status">{lines && <TableLines lines={lines} />}</div>
        <Refusal error={refused} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" busy={busy}>
            {ready > 0 ? t("administration.inviteCount", { count: ready }) : t("administration.check")}
          </Button>
          <Button icon={<Upload size={16} aria-hidden />} onClick={() => file.current?.click()}>
            {t("administration.chooseFile")}
          </Button>
        </div>
      </form>
      <div role="status">
        {invited.length > 0 && <InvitedLinks invited={invited} wrongLeft={table !== ""} />}
      </div>
    </>
  );
}

const checkAgain = async (table: string) => ({
  table,
  lines: (await call(invitationsApi.checkTable, { table })).lines,
});
