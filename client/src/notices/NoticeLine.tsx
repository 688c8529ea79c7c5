import type { Notice } from "@meridian/shared/notices";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate, localTime, relativeTime } from "../lib/time.ts";
import { useRule } from "../moderation/rules.ts";
import { Badge } from "../ui/Badge.tsx";
import { Link } from "../ui/Link.tsx";
import { classes } from "../ui/classes.ts";
import { consequencesOf } from "./consequences.ts";
import { linkOf, sentenceOf } from "./sentence.ts";

/** One thing that somebody is told, with the reason, and where to read on. */
export function NoticeLine({ notice, fresh }: { notice: Notice; fresh: boolean }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const { zone } = useMe();
  const rule = useRule(notice.ruleId);
  const link = linkOf(notice);
  const { until } = notice;
  const end = until && `${localDate(zone, until, locale)}, ${localTime(zone, until, locale)}`;
  return (
    <li
      className={classes(
        "border-b border-line px-4 py-3",
        fresh && "bg-brass-wash shadow-[inset_3px_0_0_var(--color-brass)]",
      )}
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{sentenceOf(notice)}</span>
        {fresh && <Badge tone="brass">{t("notices.unread")}</Badge>}
        <time dateTime={notice.at} className="text-sm text-soft">
          {relativeTime(notice.at, now, locale, zone)}
        </time>
      </p>
      {notice.actions.length > 0 && <p className="mt-0.5">{consequencesOf(notice.actions, end).join(" ")}</p>}
      {rule && <p className="mt-0.5 text-sm text-soft">{t("notices.rule", { title: rule.title })}</p>}
      {notice.reason && (
        <p className="mt-1 border-l-2 border-edge pl-3 [overflow-wrap:anywhere]">{notice.reason}</p>
      )}
      {link && (
        <Link
          to={link.to}
          className="mt-1 inline-block py-0.5 text-sm font-medium text-accent underline underline-offset-2"
        >
          {link.label}
        </Link>
      )}
    </li>
  );
}
