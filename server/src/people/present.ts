import type { Frozen, Me, Person, PersonBrief } from "@meridian/shared/people";
import type { Types } from "mongoose";
import { clock } from "../clock.ts";
import { remembered } from "../database/remembered.ts";
import { byId } from "../database/together.ts";
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

type StoredBrief = Pick<StoredPerson, "_id" | "name" | "handle" | "officeId" | "avatar">;

export const briefOf = (stored: StoredBrief): PersonBrief => ({
  id: String(stored._id),
  name: stored.name,
  handle: stored.handle,
  officeId: String(stored.officeId),
  avatar: stored.avatar,
});

const readBrief = byId((ids) =>
  PersonModel.find({ _id: { $in: ids } })
    .select("name handle officeId avatar")
    .lean<StoredBrief[]>(),
);

const briefs = remembered<PersonBrief>("people", async (id) => {
  const stored = await readBrief(id);
  return stored && briefOf(stored);
});

export const forgetBrief = briefs.forget;

/** The people of these ids, each once looked up and then remembered: names stand beside every post. */
export async function briefsOf(ids: Iterable<Types.ObjectId | string>): Promise<Map<string, PersonBrief>> {
  const wanted = [...new Set([...ids].map(String))];
  const found = await Promise.all(wanted.map(briefs.get));
  return new Map(wanted.map((id, at) => [id, found[at] ?? unknownPerson(id)]));
}

const unknownPerson = (id: string): PersonBrief => ({
  id,
  name: "?",
  handle: "unknown",
  officeId: "0".repeat(24),
  avatar: null,
});
