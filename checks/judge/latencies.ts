import type { Entry } from "../clients/ledger.ts";

/** Milliseconds from sending a post to each time that it was heard, for what was sent in a span of time. */
export function latencies(entries: Entry[], from: number, to: number): number[] {
  const sentAt = new Map<string, number>();
  const keyOf = new Map<string, string>();
  for (const entry of entries) {
    if (entry.kind === "sent" && entry.at >= from && entry.at < to) sentAt.set(entry.key, entry.at);
    if (entry.kind === "acked") keyOf.set(entry.id, entry.key);
  }
  return entries.flatMap((entry) => {
    const sent = entry.kind === "received" ? sentAt.get(keyOf.get(entry.id) ?? "") : undefined;
    return sent === undefined ? [] : entry.at - sent;
  });
}
