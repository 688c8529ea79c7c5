import { createHash } from "node:crypto";
import type { StoredEntry } from "./model.ts";

/** The hash over everything that an entry says, the hash of the one before it included. SHA-256, hexadecimal. */
export function hashOf(entry: Omit<StoredEntry, "_id" | "hash">): string {
  const { day, seq, at, actor, action, target, caseId, scope, reason, before, after, previous } = entry;
  const said = {
    day,
    seq,
    at: at.toISOString(),
    actor,
    action,
    target,
    caseId: caseId && String(caseId),
    scope,
    reason,
    before,
    after,
    previous,
  };
  return createHash("sha256").update(canonical(said)).digest("hex");
}

/** JSON with the keys of every object in one order, so that the same content is the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`);
    return `{${fields.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
