import { useQuery } from "@tanstack/react-query";
import { presenceQuery } from "./queries.ts";

/** Who is here now, as ids. */
export function useOnline(): ReadonlySet<string> {
  const offices = useQuery(presenceQuery).data?.offices ?? [];
  return new Set(offices.flatMap((office) => office.online));
}
