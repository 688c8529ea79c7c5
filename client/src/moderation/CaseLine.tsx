import type { CaseRow } from "@meridian/shared/cases";
import { isPending } from "@meridian/shared/caseStates";
import { useEffect, useRef } from "react";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useLocation } from "../lib/navigation.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { relativeTime } from "../lib/time.ts";
import { useOffice } from "../offices/queries.ts";
import { Badge } from "../ui/Badge.tsx";
import { Link } from "../ui/Link.tsx";
import { classes } from "../ui/classes.ts";
import { CaseStateBadge } from "./CaseStateBadge.tsx";
import { useRule } from "./rules.ts";

/** One case in the list: enough to choose the next one by. */
export function CaseLine({ kase, chosen }: { kase: CaseRow; chosen: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const locale = useLocale();
  const now = useNow();
  const { search } = useLocation();
  const office = useOffice(kase.officeId);
  const rule = useRule(kase.ruleIds[0] ?? null);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const what =
    kase.target.kind === "profile"
      ? t("desk.profileOf", { name: kase.author.name })
      : t("desk.postOf", { name: kase.author.name });
  const why =
    kase.reportCount > 0
      ? t("desk.reports", { count: kase.reportCount })
      : t(kase.source === "screening" ? "desk.screened" : "desk.byModerator");
  const claimed =
    isPending(kase.state) &&
    kase.claimedBy &&
    (kase.claimedBy.id === me.id ? t("desk.claimedByMe") : kase.claimedBy.name);
  return (
    <li ref={line} className="border-b border-line">
      <Link
        to={{ pathname: `/moderation/${kase.id}`, search }}
        aria-current={chosen ? "page" : undefined}
        className={classes(
          "block px-4 py-2.5 -outline-offset-2 hover:bg-sunken",
          chosen && "bg-accent-wash shadow-[inset_3px_0_0_var(--color-accent)]",
        )}
      >
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-sm font-semibold">{what}</span>
          <CaseStateBadge state={kase.state} />
        </span>
        <span className="mt-0.5 line-clamp-2 text-sm [overflow-wrap:anywhere]">
          {kase.excerpt ?? (
            <span className="text-soft italic">{kase.target.kind === "post" && t("desk.outOfSight")}</span>
          )}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
          {kase.raisedAt && <Badge tone="danger">{t("desk.tooLong")}</Badge>}
          {claimed && <Badge tone="brass">{claimed}</Badge>}
          <span>{[why, rule?.title, office?.city].filter(Boolean).join(" · ")}</span>
          <time dateTime={kase.openedAt}>{relativeTime(kase.openedAt, now, locale, me.zone)}</time>
        </span>
      </Link>
    </li>
  );
}
