import type { Office } from "@meridian/shared/offices";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslation } from "../lib/texts.ts";
import { personQuery, presenceQuery } from "../people/queries.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { Link } from "../ui/Link.tsx";
import { Tooltip } from "../ui/Tooltip.tsx";

const most = 16;

/** Who of an office is here now. */
export function WhoIsOnline({ office }: { office: Office }) {
  const { t } = useTranslation();
  const presence = useQuery(presenceQuery).data?.offices;
  const online = presence?.find((one) => one.officeId === office.id)?.online ?? [];
  const people = useQueries({ queries: online.slice(0, most).map(personQuery) });
  if (online.length === 0) return <p className="text-sm text-soft">{t("offices.nobodyOnline")}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h2 className="text-sm font-semibold">{t("offices.online", { count: online.length })}</h2>
      <ul className="flex flex-wrap gap-1">
        {people.map(
          ({ data: person }) =>
            person && (
              <li key={person.id}>
                <Tooltip text={person.name}>
                  <Link
                    to={`/people/${person.handle}`}
                    aria-label={person.name}
                    className="inline-flex rounded-full"
                  >
                    <PersonAvatar person={person} size="small" online />
                  </Link>
                </Tooltip>
              </li>
            ),
        )}
      </ul>
      {online.length > most && (
        <span className="text-sm text-soft">{t("offices.more", { count: online.length - most })}</span>
      )}
    </div>
  );
}
