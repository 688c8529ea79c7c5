import { onServer } from "../lib/drawn.ts";

const prefix = "edit ";
const edits = new Map<string, string>(onServer ? [] : kept());

/** What was typed into posts and not saved yet, by post: kept in this browser as drafts are. */
export const unsavedEdits = {
  has: (id: string): boolean => edits.has(id),
  get: (id: string): string | undefined => edits.get(id),
  set: (id: string, text: string): void => {
    edits.set(id, text);
    try {
      localStorage.setItem(prefix + id, text);
    } catch {
      // a browser that keeps nothing: it is there for as long as the page is
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
