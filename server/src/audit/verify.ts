import type { Types } from "mongoose";
import { hashOf } from "./chain.ts";
import { AuditHeadModel, AuditModel, type StoredEntry, type StoredHead } from "./model.ts";

/** What `verifyAudit` found. `bad` is the first entry that is not as it was written. */
export interface Verdict {
  entries: number;
  days: number;
  last: { day: string; seq: number; hash: string } | null;
  bad: { day: string; seq: number; id: string | null; why: string } | null;
}

/** Reads the whole log, oldest day first, and stops at the first entry that was edited, taken out, put in or moved. */
export async function verifyAudit(): Promise<Verdict> {
  const verdict: Verdict = { entries: 0, days: 0, last: null, bad: null };
  const heads = new Map((await AuditHeadModel.find().lean<StoredHead[]>()).map((head) => [head._id, head]));
  const days = new Set([...heads.keys(), ...(await AuditModel.distinct("day"))]);
  // entries of the day before: at midnight one may still be added to it while the next day has begun
  let earlier = new Set([""]);
  for (const day of [...days].toSorted()) {
    const found = await verifyDay(day, heads.get(day), earlier, verdict);
    if (verdict.bad) return verdict;
    if (found.size > 0) {
      earlier = found;
      verdict.days += 1;
    }
  }
  return verdict;
}

/** The hashes of a day that is whole; else `verdict.bad` says where it is not. */
async function verifyDay(
  day: string,
  head: StoredHead | undefined,
  earlier: ReadonlySet<string>,
  verdict: Verdict,
): Promise<Set<string>> {
  const hashes = new Set<string>();
  let previous: string | undefined;
  let seq = 0;
  const bad = (why: string, id: Types.ObjectId | null = null) => {
    verdict.bad = { day, seq, id: id && String(id), why };
    return hashes;
  };
  const entries = AuditModel.find({ day }).sort({ seq: 1 }).lean<StoredEntry[]>().cursor();
  for await (const entry of entries as AsyncIterable<StoredEntry>) {
    seq += 1;
    if (entry.seq !== seq) return bad("it is missing", null);
    if (entry.hash !== hashOf(entry)) return bad("its content is not what its hash was made of", entry._id);
    const follows = previous === undefined ? earlier.has(entry.previous) : entry.previous === previous;
    if (!follows) return bad("it does not follow the entry before it", entry._id);
    if (!head || seq > head.count) return bad("it was put in later: the day had ended before it", entry._id);
    previous = entry.hash;
    hashes.add(entry.hash);
    verdict.entries += 1;
    verdict.last = { day, seq, hash: entry.hash };
  }
  if (head && head.count > seq) {
    seq += 1;
    return bad("it is missing: the tail was cut off here");
  }
  if (head && head.count > 0 && head.hash !== previous)
    return bad("it is not the one that the day ended with");
  return hashes;
}
