import type { Decision } from "@meridian/shared/decisions";
import { useQuery } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import type { ReactNode } from "react";
import { useMe } from "../lib/access.ts";
import { CallError } from "../lib/callError.ts";
import { useLocale } from "../lib/language.ts";
import { useParams } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate, localTime } from "../lib/time.ts";
import { useRule } from "../moderation/rules.ts";
import { Text } from "../posts/Text.tsx";
import { Empty } from "../ui/Empty.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Appeal } from "./Appeal.tsx";
import { consequencesOf } from "./consequences.ts";
import { decisionQuery } from "./queries.ts";

/** What was decided about something of mine: the text, the rule, the reason, what follows, and the appeal. */
export function DecisionPage() {
  const { t } = useTranslation();
  const query = useQuery(decisionQuery(useParams()["id"]!));
  const missing = query.error instanceof CallError && query.error.code === "not_found";
  return (
    <>
      <PageHeader title={t("notices.decisionTitle")} />
      {query.data ? (
        <Shown decision={query.data} />
      ) : query.isPending ? (
        <Skeleton posts={2} />
      ) : missing ? (
        <Empty icon={Scale} title={t("notices.notFound")} />
      ) : (
        <QueryError query={query} alone />
      )}
    </>
  );
}

function Shown({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  const rule = useRule(decision.ruleId);
  const { until, decidedAt, post } = decision;
  const end = until && `${localDate(zone, until, locale)}, ${localTime(zone, until, locale)}`;
  const taken = decision.appeal?.outcome === "overturned" || decision.state === "overturned";
  return (
    <div className="space-y-6 px-4 py-5">
      <Part title={t(decision.target.kind === "post" ? "notices.yourPost" : "people.profile")}>
        {decision.target.kind === "profile" ? (
          <p>{t("notices.yourProfile")}</p>
        ) : post ? (
          <blockquote className="post-text rounded-lg border border-line bg-canvas px-4 py-3">
            <Text blocks={post.text} />
          </blockquote>
        ) : (
          <p className="text-soft italic">{t("notices.erased")}</p>
        )}
      </Part>
      {rule && (
        <Part title={t("notices.rule", { title: rule.title })}>
          <p className="text-soft">{rule.description}</p>
        </Part>
      )}
      {decision.reason && (
        <Part title={t("notices.reason")}>
          <p className="[overflow-wrap:anywhere]">{decision.reason}</p>
        </Part>
      )}
      <Part title={t("notices.stands")}>
        {taken ? (
          <p>{t("notices.takenBack")}</p>
        ) : decision.state === "claimed" || decision.state === "open" ? (
          <p>{t("notices.waiting")}</p>
        ) : (
          <ul>
            {consequencesOf(decision.actions, end).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {decidedAt && (
          <p className="mt-1 text-sm text-soft">
            {t("notices.decidedOn", { date: localDate(zone, decidedAt, locale) })}
          </p>
        )}
      </Part>
      <Appeal decision={decision} />
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h2 className="mb-1 text-base font-semibold">{title}</h2>
    {children}
  </section>
);
