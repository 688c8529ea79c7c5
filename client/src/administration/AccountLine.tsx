import type { Account } from "@meridian/shared/accounts";
import { canRunCompany } from "@meridian/shared/people";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { localDate, relativeTime } from "../lib/time.ts";
import { useOffice } from "../offices/queries.ts";
import { RoleBadges } from "../people/RoleBadges.tsx";
import { Badge } from "../ui/Badge.tsx";
import { Link } from "../ui/Link.tsx";
import { AccountMenu } from "./AccountMenu.tsx";

/** One person as those who run the company see them. */
export function AccountLine({ account }: { account: Account }) {
  const { t } = useTranslation();
  const me = useMe();
  const office = useOffice(account.officeId);
  const { merged } = account;
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2.5">
      <PersonAvatar person={account} size="small" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link to={`/people/${account.handle}`} className="truncate font-semibold hover:underline">
            {account.name}
          </Link>
          <RoleBadges person={account} />
          {merged && !merged.finished && <Badge>{t("administration.merge.unfinished")}</Badge>}
          {account.leftAt && !merged && <Badge>{t("administration.states.deactivated")}</Badge>}
        </p>
        <p className="text-sm text-soft [overflow-wrap:anywhere]">
          {[office?.city, account.job, account.email].filter(Boolean).join(" · ")}
        </p>
        <p className="text-sm text-soft">
          {merged ? (
            <Link to={`/people/${merged.into.handle}`} className="hover:underline">
              {t("administration.merge.goneInto", { name: merged.into.name })}
            </Link>
          ) : (
            <Seen account={account} />
          )}
        </p>
      </div>
      {canRunCompany(me) && !merged?.finished && <AccountMenu account={account} />}
    </li>
  );
}

function Seen({ account: { leftAt, lastSeenAt, sessions } }: { account: Account }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const now = useNow();
  const { zone } = useMe();
  if (leftAt) return t("administration.leftOn", { date: localDate(zone, leftAt, locale) });
  if (!lastSeenAt) return t("administration.neverSeen");
  const seen = t("administration.lastSeen", { time: relativeTime(lastSeenAt, now, locale, zone) });
  return sessions > 0 ? `${seen}, ${t("administration.signedInOn", { count: sessions })}` : seen;
}
