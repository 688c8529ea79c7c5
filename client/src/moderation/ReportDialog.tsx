import { reportsApi } from "@meridian/shared/reports";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import { attempt } from "../lib/attempt.ts";
import { call } from "../lib/call.ts";
import { useKeysOn } from "../lib/keys.ts";
import { useTranslation } from "../lib/texts.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { TextField } from "../ui/TextField.tsx";
import { toast } from "../ui/Toast.tsx";
import type { Reported } from "./reporting.ts";
import { rulesQuery, useRules } from "./rules.ts";

/** Why something is reported: one press on a rule, or its number, sends it. */
export function ReportDialog({ reported, onClose }: { reported: Reported; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(rulesQuery);
  const rules = useRules().filter((rule) => rule.active);
  const keysOn = useKeysOn();
  const [note, setNote] = useState("");
  const [sending, setSending] = useState<string>();
  const { kind, id, name } = reported;

  const send = async (ruleId: string) => {
    if (sending) return;
    setSending(ruleId);
    const sent = await attempt(async () => {
      await call(reportsApi.report, { target: { kind, id }, ruleId, note: note.trim() });
      toast({ title: t("report.sent"), text: t("report.sentText") });
    });
    setSending(undefined);
    if (sent) onClose();
  };
  usePressed((key) => {
    const rule = rules[Number(key) - 1];
    if (rule) void send(rule.id);
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(kind === "post" ? "report.titlePost" : "report.titleProfile", { name })}
      text={t("report.text", { name })}
    >
      {query.isPending ? (
        <Spinner label={t("app.loading")} />
      ) : query.isError ? (
        <QueryError query={query} />
      ) : rules.length === 0 ? (
        <p className="py-2">{t("report.noRules")}</p>
      ) : (
        <>
          <ul className="-mx-2">
            {rules.map((rule, at) => (
              <li key={rule.id}>
                <button
                  type="button"
                  aria-busy={sending === rule.id || undefined}
                  onClick={() => void send(rule.id)}
                  className="flex w-full items-start gap-3 rounded-md px-2 py-2 text-left hover:bg-accent-wash"
                >
                  <span className="min-w-0 flex-1">
                    <span className="block font-semibold">{rule.title}</span>
                    <span className="block text-sm text-soft">{rule.description}</span>
                  </span>
                  {sending === rule.id ? (
                    <Spinner label={t("app.loading")} />
                  ) : (
                    at < 9 &&
                    keysOn && (
                      <span aria-hidden className="pointer-coarse:hidden">
                        <Kbd keys={String(at + 1)} />
                      </span>
                    )
                  )}
                </button>
              </li>
            ))}
          </ul>
          <TextField
            label={`${t("report.note")} (${t("app.optional")})`}
            autoComplete="off"
            maxLength={1_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            className="mt-3"
          />
        </>
      )}
    </Dialog>
  );
}

/** The keys that are pressed while this is open, but for those that write the note. */
function usePressed(press: (key: string) => void): void {
  const keysOn = useKeysOn();
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const asked = document.querySelector("[role=alertdialog]");
    if (keysOn && !asked && !event.repeat && !event.isComposing) press(event.key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
