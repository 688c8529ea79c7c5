import type { Frozen, Me, Person, PersonBrief } from "@meridian/shared/people";
import type { Types } from "mongoose";
import { clock } from "../clock.ts";
import { officeZone } from "../offices/zones.ts";
import { PersonModel, type StoredPerson } from "./model.ts";

export async function presentPerson(stored: StoredPerson): Promise<Person> {
  return {
    ...briefOf(stored),
    rev: stored.rev,
    zone: stored.zone ?? (await officeZone(stored.officeId)),
    ownZone: stored.zone !== null,
    job: stored.job,
    skills: stored.skills,
    about: stored.about,
    role: stored.role,
    leads: stored.leads.map(String),
    suspended: isSuspended(stored) ? { until: stored.suspended?.until?.toISOString() ?? null } : null,
    merged: stored.merged ? await presentMerged(stored.merged) : null,
    // absent in a database from before people could leave
    leftAt: stored.leftAt?.toISOString() ?? null,
    joinedAt: stored.joinedAt.toISOString(),
  };
}

async function presentMerged(merged: NonNullable<StoredPerson["merged"]>): Promise<Person["merged"]> {
  const into = (await briefsOf([merged.into])).get(String(merged.into))!;
  return { into, finished: merged.finishedAt !== null };
}

// whoever calls is presented at each call, from a record that is remembered
const presented = new WeakMap<StoredPerson, Me>();

export async function presentMe(
  stored: StoredPerson,
  sessionId: string,
  privateChannelIds: string[],
): Promise<Me> {
  const known = presented.get(stored);
  if (known?.sessionId === sessionId && known.privateChannelIds === privateChannelIds) {
    if (known.zone === (stored.zone ?? (await officeZone(stored.officeId)))) return known;
  }
  const me: Me = {
    ...(await presentPerson(stored)),
    email: stored.email,
    language: stored.language,
    sessionId,
    frozen: presentFrozen(stored),
    privateChannelIds,
  };
  // the time ends a suspension and a freeze, and of a merged account another record is shown
  if (!stored.suspended && !stored.frozen && !stored.merged) presented.set(stored, me);
  return me;
}

/** A suspension with an end is over by itself. */
export const isSuspended = (person: Pick<StoredPerson, "suspended">): boolean =>
  person.suspended !== null && (person.suspended.until === null || person.suspended.until > clock.now());

/** A freeze is over by itself too. */
export function presentFrozen({ frozen }: Pick<StoredPerson, "frozen">): Frozen | null {
  if (!frozen || frozen.until <= clock.now()) return null;
  return {
    until: frozen.until.toISOString(),
    reason: frozen.reason,
    ruleId: frozen.ruleId && String(frozen.ruleId),
    caseId: String(frozen.caseId),
  };
}

export const briefOf = (
  stored: Pick<StoredPerson, "_id" | "name" | "handle" | "officeId" | "avatar">,
): PersonBrief => ({
  id: String(stored._id),
  name: stored.name,
  handle: stored.handle,
  officeId: String(stored.officeId),
  avatar: stored.avatar,
});

// Names stand beside every post; the change stream says when one is stale.
const briefs = new Map<string, PersonBrief>();
const briefsMax = 10_000;

export const forgetBrief = (id: string) => void briefs.delete(id);

/** The people of these ids, each once looked up and then remembered. */
export async function briefsOf(ids: Iterable<Types.ObjectId | string>): Promise<Map<string, PersonBrief>> {
  const wanted = [...new Set([...ids].map(String))];
  const absent = wanted.filter((id) => !briefs.has(id));
  if (absent.length > 0) {
    if (briefs.size > briefsMax) briefs.clear();
    const found = await PersonModel.find({ _id: { $in: absent } })
      .select("name handle officeId avatar")
      .lean();
    for (const stored of found) briefs.set(String(stored._id), briefOf(stored));
  }
  return new Map(wanted.map((id) => [id, briefs.get(id) ?? unknownPerson(id)]));
}

const unknownPerson = (id: string): PersonBrief => ({
  id,
  name: "?",
  handle: "unknown",
  officeId: "0".repeat(24),
  avatar: null,
});
