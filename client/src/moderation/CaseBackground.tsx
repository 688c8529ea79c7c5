import type { Case, PastCase } from "@meridian/shared/cases";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useLocation } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate, localTime } from "../lib/time.ts";
import { Link } from "../ui/Link.tsx";
import { CasePart } from "./CasePart.tsx";
import { CaseStateBadge } from "./CaseStateBadge.tsx";
import { actionNames, eventText } from "./eventText.ts";
import { useRule } from "./rules.ts";

/** What happened to the case so far, and what is known of its author and of the like. */
export function CaseBackground({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  return (
    <>
      <CasePart title={t("desk.historyTitle")}>
        <ol className="space-y-1.5 text-sm">
          {kase.history.map((event) => (
            <li key={`${event.at} ${event.act}`}>
              <span className="text-soft">
                {localDate(zone, event.at, locale)}, {localTime(zone, event.at, locale)}
              </span>{" "}
              {eventText(event)}
              {event.reason && (
                <span className="block border-l-2 border-edge pl-3 text-soft [overflow-wrap:anywhere]">
                  {event.reason}
                </span>
              )}
            </li>
          ))}
        </ol>
      </CasePart>
      <CasePart title={t("desk.earlierTitle", { name: kase.author.name })}>
        {kase.earlier.length === 0 ? (
          <p className="text-sm text-soft">{t("desk.earlierNone")}</p>
        ) : (
          <PastCases cases={kase.earlier} />
        )}
      </CasePart>
      {kase.similar.length > 0 && (
        <CasePart title={t("desk.similarTitle")}>
          <PastCases cases={kase.similar} named />
        </CasePart>
      )}
    </>
  );
}

const PastCases = ({ cases, named }: { cases: PastCase[]; named?: boolean }) => (
  <ul className="divide-y divide-line">
    {cases.map((kase) => (
      <Past key={kase.id} kase={kase} named={named} />
    ))}
  </ul>
);

function Past({ kase, named }: { kase: PastCase; named?: boolean | undefined }) {
  const locale = useLocale();
  const { zone } = useMe();
  const { search } = useLocation();
  const rule = useRule(kase.ruleIds[0] ?? null);
  const { decision } = kase;
  return (
    <li className="py-1.5 text-sm">
      <Link
        to={{ pathname: `/moderation/${kase.id}`, search }}
        className="flex items-center gap-2 hover:underline"
      >
        <span className="min-w-0 flex-1 truncate">
          {[named && kase.author.name, rule?.title, decision && actionNames(decision.actions)]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <CaseStateBadge state={kase.state} />
        <span className="text-soft">{localDate(zone, kase.openedAt, locale)}</span>
      </Link>
      {decision && <p className="truncate text-soft">{decision.reason}</p>}
    </li>
  );
}
