import { onServer } from "../lib/drawn.ts";

const prefix = "edit ";
const edits = new Map<string, string>(onServer ? [] : kept());
const ask = (event: Event) => edits.size > 0 && event.preventDefault();

/** What was typed into posts and not saved yet, by post: kept in this browser as drafts are. */
export const unsavedEdits = {
  has: (id: string): boolean => edits.has(id),
  get: (id: string): string | undefined => edits.get(id),
  set: (id: string, text: string): void => {
    edits.set(id, text);
    try {
      localStorage.setItem(prefix + id, text);
    } catch {
      // a browser that keeps nothing asks before it leaves the page
      addEventListener("beforeunload", ask);
    }
  },
  delete: (id: string): void => {
    if (!edits.delete(id)) return;
    try {
      localStorage.removeItem(prefix + id);
    } catch {
      // it was never kept
    }
  },
};

function kept(): [string, string][] {
  try {
    return Object.entries(localStorage as Record<string, string>).flatMap(([name, text]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), text]] : [],
    );
  } catch {
    return [];
  }
}
