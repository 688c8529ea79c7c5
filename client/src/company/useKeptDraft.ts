import { useEffect, useState } from "react";

/** State that survives a reload of this tab. `keep` leaves out what must not be written down. */
export function useKeptDraft<T extends object>(
  name: string,
  initial: T,
  keep: (draft: T) => Partial<T>,
): [T, (draft: T) => void] {
  const [draft, setDraft] = useState<T>(() => ({ ...initial, ...read<T>(name) }));
  useEffect(() => {
    try {
      sessionStorage.setItem(name, JSON.stringify(keep(draft)));
    } catch {
      // storage is closed to this page: a reload then starts anew
    }
  }, [name, draft, keep]);
  return [draft, setDraft];
}

/** What was kept is no longer needed. */
export function forgetDrafts(...names: string[]): void {
  try {
    for (const name of names) sessionStorage.removeItem(name);
  } catch {
    // storage is closed to this page: nothing was kept
  }
}

function read<T>(name: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "{}") as Partial<T>;
  } catch {
    return {};
  }
}
