import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import type { Actor } from "./people.ts";
import { Id, Instant, Limit, PageCursor } from "./shape.ts";

/** Everything that is written down: what was done, as noun:participle. */
export const auditActions = [
  "audit:exported",
  "backup:restored",
  "case:appealed",
  "case:claimed",
  "case:closed",
  "case:confirmed",
  "case:dismissed",
  "case:handedOver",
  "case:noted",
  "case:overturned",
  "case:raised",
  "case:released",
  "case:reversed",
  "case:upheld",
  "case:viewed",
  "channel:archived",
  "channel:edited",
  "channel:madePrivate",
  "channel:memberRemoved",
  "channel:owners",
  "channel:unarchived",
  "company:changed",
  "company:founded",
  "import:done",
  "invitation:accepted",
  "invitation:made",
  "invitation:withdrawn",
  "office:changed",
  "office:opened",
  "person:added",
  "person:changed",
  "person:deactivated",
  "person:leads",
  "person:merged",
  "person:office",
  "person:passwordSet",
  "person:reactivated",
  "person:role",
  "person:signedOut",
  "person:unsuspended",
  "post:held",
  "post:locked",
  "post:pinned",
  "post:purgeAsked",
  "post:purged",
  "post:restored",
  "post:unlocked",
  "post:unpinned",
  "rule:added",
  "rule:changed",
  "screen:added",
  "screen:changed",
  "screen:removed",
  "settings:changed",
] as const;
export const AuditAction = z.enum(auditActions);
export type AuditAction = z.infer<typeof AuditAction>;

/** `operator` is whoever ran a command on the machine, `system` the server by itself. */
export const AuditActor = z.strictObject({
  kind: z.enum(["person", "operator", "system"]),
  id: z.nullable(Id),
  /** As it was then. */
  name: z.string(),
});

export const AuditTarget = z.strictObject({
  kind: z.enum(["person", "post", "channel", "office", "invitation", "company", "rule", "screen", "case"]),
  id: z.string(),
  /** As it was then: a name, a city, an address; never what a post says. */
  name: z.string(),
});
export type AuditTarget = z.infer<typeof AuditTarget>;

/** What was there, or came in its place: fields by name. Never what a post says. */
const Facts = z.nullable(z.record(z.string(), z.unknown()));

/** One act. `seq` counts from 1 within its UTC day; `hash` covers all of it and the hash of the entry before. */
export const AuditEntry = z.strictObject({
  id: Id,
  day: z.string(),
  seq: z.int(),
  at: Instant,
  actor: AuditActor,
  action: AuditAction,
  target: z.nullable(AuditTarget),
  caseId: z.nullable(Id),
  /** Where it counts: the office and the channels that it is about. */
  scope: z.strictObject({ officeId: z.nullable(Id), channelIds: z.array(Id) }),
  reason: z.string(),
  before: Facts,
  after: Facts,
  previous: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

const filters = {
  action: z.optional(AuditAction),
  actorId: z.optional(Id),
  /** The id of whatever it was done to. */
  targetId: z.optional(z.string().check(z.regex(/^[0-9a-z-]{1,64}$/i, "is not an id"))),
  caseId: z.optional(Id),
  officeId: z.optional(Id),
  from: z.optional(Instant),
  to: z.optional(Instant),
};

export const AuditQuery = z.strictObject({ ...filters, before: z.optional(PageCursor), limit: Limit });
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditPage = z.strictObject({ entries: z.array(AuditEntry), next: z.nullable(z.string()) });
export type AuditPage = z.infer<typeof AuditPage>;

export const AuditFormat = z.enum(["csv", "jsonl"]);
export const AuditExport = z.strictObject({ ...filters, format: AuditFormat });
export type AuditExport = z.infer<typeof AuditExport>;

export const auditApi = {
  /** Newest first. */
  list: endpoint("GET", "/audit", AuditQuery, AuditPage),
  /** The same, oldest first and whole, as a file: CSV or JSON Lines. */
  export: endpoint("GET", "/audit/export", AuditExport, z.string()),
};

export const canReadAudit = (me: Pick<Actor, "role">) => me.role === "admin" || me.role === "auditor";
