import type { Case } from "@meridian/shared/cases";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { relativeTime } from "../lib/time.ts";
import { Link } from "../ui/Link.tsx";
import { CasePart } from "./CasePart.tsx";
import { useRules } from "./rules.ts";

/** Who reported it and why, what the screening found, and what the author says against the decision. */
export function CaseReports({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const { zone } = useMe();
  const rules = useRules();
  const title = (id: string) => rules.find((rule) => rule.id === id)?.title ?? "";
  const ago = (at: string) => relativeTime(at, now, locale, zone);
  return (
    <>
      {kase.appeal && (
        <CasePart title={t("desk.appealTitle", { name: kase.author.name })}>
          <p className="border-l-2 border-brass pl-3 whitespace-pre-line [overflow-wrap:anywhere]">
            {kase.appeal.text}
          </p>
          <p className="mt-0.5 text-sm text-soft">{ago(kase.appeal.at)}</p>
        </CasePart>
      )}
      {kase.reports.length > 0 && (
        <CasePart title={t("desk.reportsTitle")}>
          <ul className="space-y-2">
            {kase.reports.map(({ id, reporter, ruleId, note, at }) => (
              <li key={id} className="text-sm">
                <span className="font-semibold">{title(ruleId)}</span>{" "}
                <span className="text-soft">
                  <Link to={`/people/${reporter.handle}`} className="underline underline-offset-2">
                    {reporter.name}
                  </Link>
                  , {ago(at)}
                </span>
                {note && (
                  <span className="block border-l-2 border-edge pl-3 whitespace-pre-line [overflow-wrap:anywhere]">
                    {note}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </CasePart>
      )}
      {kase.flags.length > 0 && (
        <CasePart title={t("desk.flagsTitle")}>
          <ul className="text-sm">
            {kase.flags.map(({ name, matched, at }) => (
              <li key={`${name} ${at}`} className="[overflow-wrap:anywhere]">
                {t("desk.flag", { name, matched })}
              </li>
            ))}
          </ul>
        </CasePart>
      )}
    </>
  );
}
