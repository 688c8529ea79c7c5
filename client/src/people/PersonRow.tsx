import type { PersonBrief } from "@meridian/shared/people";
import { PersonAvatar } from "./PersonAvatar.tsx";
import type { ReactNode } from "react";
import { useOffice } from "../offices/queries.ts";
import { Link } from "../ui/Link.tsx";

/** Somebody in a short list, with room for a button. */
export function PersonRow({ person, children }: { person: PersonBrief; children: ReactNode }) {
  const office = useOffice(person.officeId);
  return (
    <li className="flex min-h-12 items-center gap-3 border-b border-line py-1 last:border-0">
      <PersonAvatar person={person} size="small" />
      <span className="min-w-0 flex-1">
        <Link
          to={`/people/${person.handle}`}
          className="block truncate text-sm font-semibold hover:underline"
        >
          {person.name}
        </Link>
        <span className="block truncate text-xs text-soft">
          @{person.handle}
          {office && ` · ${office.city}`}
        </span>
      </span>
      {children}
    </li>
  );
}
