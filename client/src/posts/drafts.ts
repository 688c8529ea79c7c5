import { atRest } from "../lib/rest.ts";
import { type Draft, store } from "./store.ts";

/** Where a draft belongs: one per person and place, such as "home", "channel ID", "thread ID". */
const keyOf = (personId: string, place: string) => `${personId} ${place}`;

// what was typed last wins at once, even before the browser's database has opened
const typed = new Map<string, Draft | null>();

/** The draft of a place, if there is one: read once the page is at rest, or `sooner`. */
export async function loadDraft(
  personId: string,
  place: string,
  sooner: Promise<void>,
): Promise<Draft | undefined> {
  const key = keyOf(personId, place);
  if (typed.has(key)) return typed.get(key) ?? undefined;
  await Promise.race([atRest(), sooner]);
  try {
    return await (await store()).get("drafts", key);
  } catch {
    // a browser that keeps nothing (private mode, full disk) still lets people write
    return undefined;
  }
}

/** Keeps a draft; an empty one is forgotten. */
export async function saveDraft(personId: string, place: string, draft: Draft): Promise<void> {
  const key = keyOf(personId, place);
  const kept = draft.body === "" ? null : draft;
  typed.set(key, kept);
  try {
    const drafts = await store();
    if (kept) await drafts.put("drafts", kept, key);
    else await drafts.delete("drafts", key);
  } catch {
    // it stays in memory for as long as the page does
  }
}
