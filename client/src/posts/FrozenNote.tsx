import type { Frozen } from "@meridian/shared/people";
import { Snowflake } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate, localTime } from "../lib/time.ts";
import { Link } from "../ui/Link.tsx";

/** In the composer's place, for somebody who may not write now: why, and until when. */
export function FrozenNote({ frozen: { until, reason, caseId } }: { frozen: Frozen }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  const date = `${localDate(zone, until, locale)}, ${localTime(zone, until, locale)}`;
  return (
    <div role="note" className="flex gap-3 border-b border-line bg-brass-wash px-4 py-3 text-sm">
      <Snowflake size={18} aria-hidden className="mt-0.5 shrink-0 text-brass-ink" />
      <p className="min-w-0 flex-1">
        <strong className="block font-semibold" suppressHydrationWarning>
          {t("moderation.frozenUntil", { date })}
        </strong>
        {reason}{" "}
        {caseId && (
          <Link to={`/decisions/${caseId}`} className="font-medium text-accent underline underline-offset-2">
            {t("moderation.frozenWhy")}
          </Link>
        )}
      </p>
    </div>
  );
}
