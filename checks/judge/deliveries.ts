import type { Post } from "@meridian/shared/posts";
import type { Entry } from "../clients/ledger.ts";
import type { Reader } from "../clients/reader.ts";

/** Compares what readers were told and what they ended with, with what a fresh login sees. */
export function judgeDeliveries(entries: Entry[], readers: Reader[], fresh: Post[]) {
  const revOf = new Map(fresh.map(({ id, rev }) => [id, rev]));
  let missing = 0;
  let stale = 0;
  let ghosts = 0;
  for (const { screen } of readers) {
    for (const [id, rev] of revOf) {
      const shown = screen.get(id);
      if (shown === undefined) missing += 1;
      else if (shown !== rev) stale += 1;
    }
    ghosts += [...screen.keys()].filter((id) => !revOf.has(id)).length;
  }
  const { disordered, repeated, announced } = judgeOrder(entries);
  const expected = readers.length * fresh.length;
  return {
    expected,
    faults: {
      missing,
      stale,
      "shown though they are gone": ghosts,
      "out of order": disordered,
      "told twice on one connection": repeated,
      "posts announced by more than one change": announced,
    },
  };
}

/** Within one connection a place comes once, and after those before it; of a post's creation there is one place. */
function judgeOrder(entries: Entry[]) {
  const last = new Map<string, string>();
  const heard = new Set<string>();
  const places = new Map<string, Set<string>>();
  let disordered = 0;
  let repeated = 0;
  for (const entry of entries) {
    if (entry.kind !== "received") continue;
    const { reader, connection, type, id, cursor } = entry;
    const line = `${reader} ${connection}`;
    if (heard.has(`${line} ${cursor} ${id}`)) repeated += 1;
    heard.add(`${line} ${cursor} ${id}`);
    if (cursor < (last.get(line) ?? "")) disordered += 1;
    last.set(line, cursor);
    if (type === "post:created") places.set(id, (places.get(id) ?? new Set()).add(cursor));
  }
  const announced = [...places.values()].filter((cursors) => cursors.size > 1).length;
  return { disordered, repeated, announced };
}
