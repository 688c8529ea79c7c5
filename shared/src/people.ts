import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { limits } from "./limits.ts";
import { Zone } from "./offices.ts";
import { Id, Instant, Limit, line, Nothing, optionalLine, paragraphs } from "./shape.ts";

/** An auditor is staff who also reads the moderation desk and the audit log, and changes nothing there. */
export const roles = ["staff", "auditor", "admin"] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

const handlePattern = /^[a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?$/;
export const isHandle = (text: string): boolean => handlePattern.test(text);

export const Handle = z.string().check(z.regex(handlePattern, "may hold a–z, 0–9, dot, dash and underscore"));

export const Email = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email("must be an e-mail address"));

export const Password = z
  .string()
  .check(
    z.minLength(limits.passwordMin, `must be at least ${limits.passwordMin} characters`),
    z.maxLength(limits.passwordMax, `must be at most ${limits.passwordMax} characters`),
  );

export const Language = z.enum(["en", "fr", "de"]);
export type Language = z.infer<typeof Language>;

/** Enough of a person to draw their name beside a post. `avatar` is the id of a picture under /api/avatars. */
export const PersonBrief = z.strictObject({
  id: Id,
  name: z.string(),
  handle: z.string(),
  officeId: Id,
  avatar: z.nullable(z.string()),
});
export type PersonBrief = z.infer<typeof PersonBrief>;

export const Person = z.strictObject({
  ...PersonBrief.shape,
  rev: z.int(),
  /** The person's own zone, or their office's. */
  zone: z.string(),
  ownZone: z.boolean(),
  job: z.string(),
  skills: z.array(z.string()),
  about: z.string(),
  role: Role,
  /** Offices that this person leads. */
  leads: z.array(Id),
  /** Why is known to them and to the moderators. */
  suspended: z.nullable(z.strictObject({ until: z.nullable(Instant) })),
  /** When they left the company. */
  leftAt: z.nullable(Instant),
  /** A second account of somebody, and whose it was; not finished while some of what was theirs is still on its way. */
  merged: z.nullable(z.strictObject({ into: PersonBrief, finished: z.boolean() })),
  joinedAt: Instant,
});
export type Person = z.infer<typeof Person>;

/** Somebody who may read and not write, until when and why; told to themselves only. */
export const Frozen = z.strictObject({
  until: Instant,
  reason: z.string(),
  ruleId: z.nullable(Id),
  /** The decision to read, and to appeal. */
  caseId: z.nullable(Id),
});
export type Frozen = z.infer<typeof Frozen>;

/** The person asking, with what the rules need to know. */
export const Me = z.strictObject({
  ...Person.shape,
  email: z.string(),
  language: z.nullable(Language),
  sessionId: Id,
  frozen: z.nullable(Frozen),
  /** Private channels that this person is a member of. */
  privateChannelIds: z.array(Id),
});
export type Me = z.infer<typeof Me>;

/** What the rules ask of whoever acts. */
export type Actor = Pick<Me, "id" | "role" | "leads" | "privateChannelIds">;

export const NewAdmin = z.strictObject({
  name: line(80),
  handle: Handle,
  email: Email,
  password: Password,
  /** The city of one of the offices of the same first run. */
  city: line(60),
});

const Skills = z.array(line(40)).check(z.maxLength(30));

/** A person edits their own profile; an admin edits anybody's, and only an admin sets role and leads. */
export const EditPerson = z.strictObject({
  id: Id,
  name: z.optional(line(80)),
  handle: z.optional(Handle),
  officeId: z.optional(Id),
  /** null: the office's zone. */
  zone: z.optional(z.nullable(Zone)),
  job: z.optional(optionalLine(100)),
  skills: z.optional(Skills),
  about: z.optional(paragraphs(1_000)),
  language: z.optional(z.nullable(Language)),
  role: z.optional(Role),
  leads: z.optional(z.array(Id).check(z.maxLength(40))),
});
export type EditPerson = z.infer<typeof EditPerson>;

export const PeopleQuery = z.strictObject({
  officeId: z.optional(Id),
  skill: z.optional(optionalLine(40)),
  /** Matches the start of any word of the name, the handle or the job. */
  q: z.optional(optionalLine(80)),
  after: z.optional(z.string().check(z.maxLength(200))),
  limit: Limit,
});

export const PeoplePage = z.strictObject({
  people: z.array(Person),
  total: z.int(),
  next: z.nullable(z.string()),
});
export type PeoplePage = z.infer<typeof PeoplePage>;

export const Suspend = z.strictObject({
  id: Id,
  reason: line(300),
  /** null: for good. */
  until: z.nullable(Instant),
});

const ById = z.strictObject({ id: Id });

export const peopleApi = {
  me: endpoint("GET", "/me", z.strictObject({}), Me),
  setPassword: endpoint(
    "PUT",
    "/me/password",
    z.strictObject({ current: z.string().check(z.maxLength(limits.passwordMax)), next: Password }),
    Nothing,
  ),
  list: endpoint("GET", "/people", PeopleQuery, PeoplePage),
  show: endpoint("GET", "/people/:id", ById, Person),
  byHandle: endpoint("GET", "/people/by-handle/:handle", z.strictObject({ handle: Handle }), Person),
  edit: endpoint("PATCH", "/people/:id", EditPerson, Person),
  removeAvatar: endpoint("DELETE", "/people/:id/avatar", ById, Person),
  suspend: endpoint("PUT", "/people/:id/suspension", Suspend, Person),
  unsuspend: endpoint("DELETE", "/people/:id/suspension", ById, Person),
  presence: endpoint(
    "GET",
    "/presence",
    z.strictObject({}),
    z.strictObject({ offices: z.array(z.strictObject({ officeId: Id, online: z.array(Id) })) }),
  ),
};

export interface PeopleEvents {
  "person:changed": Person;
  /** What only they themselves know of it. */
  "me:changed": { frozen: Frozen | null };
  /** Who of one office is online now: the whole new state. */
  "presence:changed": { officeId: Id; online: Id[] };
}

/**
 * Who is frozen reads on, and writes, edits and reacts to nothing: neither posts nor channels, nor what their own profile says. They
 * still take away what is theirs, and change their settings.
 */
export const canWrite = (me: Pick<Me, "frozen">) => me.frozen === null;
export const canEditPerson = (me: Actor, person: Pick<Person, "id">) =>
  me.id === person.id || me.role === "admin";
/** Nobody suspends themself, and an admin is first made staff by another admin. */
export const canSuspend = (me: Actor, person: Pick<Person, "id" | "role">) =>
  me.role === "admin" && me.id !== person.id && person.role !== "admin";
export const canInvite = (me: Actor) => me.role === "admin";
export const canRunCompany = (me: Actor) => me.role === "admin";
/** An auditor reads what an admin may change. */
export const canSeeAdministration = (me: Actor) => me.role === "admin" || me.role === "auditor";
/** Moderators are admins and leads; an auditor reads there too. */
export const canSeeDesk = (me: Pick<Actor, "role" | "leads">) => me.role !== "staff" || me.leads.length > 0;
