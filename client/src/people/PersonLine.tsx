import type { Person } from "@meridian/shared/people";
import { memo } from "react";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { PersonAvatar } from "./PersonAvatar.tsx";
import { Link } from "../ui/Link.tsx";
import { Place } from "./Place.tsx";
import { RoleBadges } from "./RoleBadges.tsx";
import { Skills } from "./Skills.tsx";

/** One person in the directory. */
export const PersonLine = memo(function PersonLine({ person, online }: { person: Person; online: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <li className="flex gap-3 border-b border-line px-4 py-3">
      <Link to={`/people/${person.handle}`} tabIndex={-1} aria-hidden className="shrink-0">
        <PersonAvatar person={person} online={online} />
      </Link>
      <div className="min-w-0 flex-1 space-y-0.5">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link to={`/people/${person.handle}`} className="font-semibold hover:underline">
            {person.name}
          </Link>
          <span className="text-sm text-soft">
            @{person.handle}
            {person.id === me.id && ` (${t("people.you")})`}
          </span>
          {online && <span className="sr-only">{t("people.online")}</span>}
          <RoleBadges person={person} />
        </p>
        {person.job && <p className="text-sm">{person.job}</p>}
        <Place person={person} />
        <Skills skills={person.skills} />
      </div>
    </li>
  );
});
