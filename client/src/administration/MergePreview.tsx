import type { Account, MergePreview as Preview } from "@meridian/shared/accounts";
import type { PersonBrief } from "@meridian/shared/people";
import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { mergeInto } from "./accountCommands.ts";
import { mergeQuery } from "./accountQueries.ts";

interface MergePreviewProps {
  from: Account;
  into: PersonBrief;
  /** Absent once the merge has begun: it can only go on. */
  onAnother: (() => void) | undefined;
  onClose: () => void;
}

/** What a merge takes over and what it ends, and the button that does it. */
export function MergePreview({ from, into, onAnother, onClose }: MergePreviewProps) {
  const { t } = useTranslation();
  const formId = useId();
  const query = useQuery(mergeQuery(from.id, into.id));
  const names = { from: from.name, into: into.name, email: from.email };
  const barred = query.data?.barred;
  const { form, onSubmit, busy, refused } = useSubmit(async () => {
    await mergeInto(from, into);
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("administration.merge.titleOf", names)}
      footer={
        <>
          {onAnother && !busy && <Button onClick={onAnother}>{t("administration.merge.another")}</Button>}
          <Button
            type="submit"
            form={formId}
            variant="danger"
            disabled={!query.data || Boolean(barred)}
            busy={busy}
          >
            {t("administration.merge.action")}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className="space-y-4">
        {query.data ? (
          <Counts preview={query.data} title={t("administration.merge.goesOver", names)} />
        ) : query.isError ? (
          <QueryError query={query} />
        ) : (
          <Spinner label={t("app.loading")} />
        )}
        {barred ? (
          <ErrorNote message={t(`administration.merge.barred.${barred}`, names)} />
        ) : (
          <p className="text-sm [overflow-wrap:anywhere]">
            {t("administration.merge.closes", names)}{" "}
            <strong className="font-semibold">{t("administration.merge.forGood")}</strong>
          </p>
        )}
        <p role="status" className="text-sm text-soft empty:hidden">
          {busy && t("administration.merge.underWay")}
        </p>
        <Refusal error={refused} />
      </form>
    </Dialog>
  );
}

const kinds = [
  "posts",
  "replies",
  "reactions",
  "mentions",
  "memberships",
  "marks",
  "notices",
  "reports",
  "cases",
] as const satisfies (keyof Preview)[];

function Counts({ preview, title }: { preview: Preview; title: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-sm font-semibold">{title}</h3>
      <dl className="text-sm">
        {kinds.map((kind) => (
          <div key={kind} className="flex justify-between gap-4 border-b border-line py-1 last:border-0">
            <dt className="text-soft">{t(`administration.merge.counts.${kind}`)}</dt>
            <dd className="font-medium tabular-nums">{preview[kind].toLocaleString(locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
