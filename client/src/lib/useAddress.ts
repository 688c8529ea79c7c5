import { useCallback } from "react";
import { useSearchParams } from "./navigation.ts";

type Filters<Name extends string> = { [N in Name]?: string | undefined };

/** What is looked for in a list. It stands in the address, so that Back and a copied link lead to the same. */
export function useAddress<Name extends string>(names: readonly Name[]) {
  const [params, setParams] = useSearchParams();
  const filters = Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  ) as Filters<Name>;
  const set = useCallback(
    (change: Filters<Name>) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries<string | undefined>(change)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return { filters, set, filtered: Object.keys(filters).length > 0 };
}
