import { type Decision, decisionsApi } from "@meridian/shared/decisions";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate } from "../lib/time.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { toast } from "../ui/Toast.tsx";
import { decisionQuery } from "./queries.ts";

/** The appeal against a decision: to be written, on its way, or judged. */
export function Appeal({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  const { appeal, appealUntil, decidedAt } = decision;
  if (!appeal && !appealUntil) {
    return decidedAt && <p className="text-sm text-soft">{t("notices.appealOver")}</p>;
  }
  return (
    <section aria-label={t("notices.appeal")} className="border-t border-line pt-5">
      <h2 className="mb-1 text-base font-semibold">
        {appeal ? t("notices.appealed", { date: localDate(zone, appeal.at, locale) }) : t("notices.appeal")}
      </h2>
      {appeal ? (
        <>
          <p className="border-l-2 border-edge pl-3 whitespace-pre-line [overflow-wrap:anywhere]">
            {appeal.text}
          </p>
          <p className="mt-3 font-semibold">
            {appeal.outcome === null
              ? t("notices.appealWaits")
              : t(appeal.outcome === "overturned" ? "notices.appealOverturned" : "notices.appealConfirmed")}
          </p>
          {appeal.reason && <p className="mt-1 border-l-2 border-edge pl-3">{appeal.reason}</p>}
        </>
      ) : (
        appealUntil && <Form id={decision.id} until={localDate(zone, appealUntil, locale)} />
      )}
    </section>
  );
}

function Form({ id, until }: { id: string; until: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const decision = await call(decisionsApi.appeal, { id, text });
      queryClient.setQueryData(decisionQuery(id).queryKey, decision);
      toast({ title: t("notices.appealSent") });
    },
    (): Record<string, string> => (text.trim() === "" ? { text: t("errors.required") } : {}),
  );
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="space-y-3">
      <p className="text-soft">{t("notices.appealText", { date: until })}</p>
      <TextArea
        label={t("notices.appealWhy")}
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={errors["text"]}
      />
      <Refusal error={refused} />
      <Button type="submit" variant="primary" busy={busy}>
        {t("notices.appealSend")}
      </Button>
    </form>
  );
}
