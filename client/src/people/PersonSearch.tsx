import type { PersonBrief } from "@meridian/shared/people";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { QueryError } from "../ui/QueryError.tsx";
import { TextField } from "../ui/TextField.tsx";
import { PersonRow } from "./PersonRow.tsx";
import { completionQuery } from "./queries.ts";

export interface PersonSearchProps {
  label: string;
  /** Whether somebody who was found can't be chosen here. */
  without: (id: string) => boolean;
  /** The button beside each of the others. */
  children: (person: PersonBrief) => ReactNode;
  className?: string;
}

/** Finds colleagues by the beginnings of their names, handles and jobs. */
export function PersonSearch({ label, without, children, className }: PersonSearchProps) {
  const { t } = useTranslation();
  const [q, setQ] = useState("");
  const words = useDeferredValue(q.trim());
  const query = useQuery({ ...completionQuery(words), enabled: words !== "" });
  const others = query.data?.people.filter(({ id }) => !without(id));
  return (
    <>
      <TextField
        label={label}
        type="search"
        autoComplete="off"
        placeholder={t("people.find")}
        value={q}
        onChange={(event) => setQ(event.target.value)}
        className={className}
      />
      {query.isError && <QueryError query={query} />}
      <p role="status" className="sr-only">
        {others && t("people.found", { count: others.length })}
      </p>
      {others && (
        <ul className="mt-1">
          {others.map((person) => (
            <PersonRow key={person.id} person={person}>
              {children(person)}
            </PersonRow>
          ))}
          {others.length === 0 && <li className="py-2 text-sm text-soft">{t("people.none")}</li>}
        </ul>
      )}
    </>
  );
}
