import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { DirectorySearch } from "./queries.ts";

const names = ["q", "officeId", "skill"] as const;

/** What is looked for in the directory. It stands in the address, so that Back and a copied link lead to the same. */
export function useDirectorySearch() {
  const [params, setParams] = useSearchParams();
  const search: DirectorySearch = Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const set = useCallback(
    (change: DirectorySearch) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now);
          for (const [name, value] of Object.entries(change)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const clear = () => set({ q: "", officeId: "", skill: "" });
  return { search, set, clear, filtered: Object.keys(search).length > 0 };
}
