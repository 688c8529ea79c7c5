import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { type Actor, Person, roles } from "./people.ts";
import { Id, Instant, Limit, Nothing, optionalLine } from "./shape.ts";

/** Who can come in: active, put out for a time, or left for good. */
export const accountStates = ["active", "suspended", "deactivated"] as const;
export const AccountState = z.enum(accountStates);
export type AccountState = z.infer<typeof AccountState>;

/** A person as those who run the company see them. */
export const Account = z.strictObject({
  ...Person.shape,
  email: z.string(),
  state: AccountState,
  /** How many browsers they are signed in on. */
  sessions: z.int(),
  /** When one of these was last heard of. */
  lastSeenAt: z.nullable(Instant),
});
export type Account = z.infer<typeof Account>;

/** `lead` is whoever leads an office, whatever else they are. */
export const accountRoles = [...roles, "lead"] as const;
export const AccountRole = z.enum(accountRoles);
export type AccountRole = z.infer<typeof AccountRole>;

export const AccountsQuery = z.strictObject({
  officeId: z.optional(Id),
  role: z.optional(AccountRole),
  state: z.optional(AccountState),
  /** Matches the start of any word of the name, handle or job, or of the e-mail address. */
  q: z.optional(optionalLine(80)),
  after: z.optional(z.string().check(z.maxLength(200))),
  limit: Limit,
});
export type AccountsQuery = z.infer<typeof AccountsQuery>;

export const AccountPage = z.strictObject({
  accounts: z.array(Account),
  total: z.int(),
  next: z.nullable(z.string()),
});
export type AccountPage = z.infer<typeof AccountPage>;

const ById = z.strictObject({ id: Id });
const Merging = z.strictObject({ id: Id, into: Id });

/** How much goes over with a merge, and what stands in its way. */
export const MergePreview = z.strictObject({
  posts: z.int(),
  replies: z.int(),
  /** Posts that they reacted to, and posts that name them. */
  reactions: z.int(),
  mentions: z.int(),
  memberships: z.int(),
  marks: z.int(),
  notices: z.int(),
  reports: z.int(),
  cases: z.int(),
  /** They are suspended or frozen; or another account is still on its way into theirs. */
  barred: z.nullable(z.enum(["sanctioned", "unfinished"])),
});
export type MergePreview = z.infer<typeof MergePreview>;

export const accountsApi = {
  list: endpoint("GET", "/accounts", AccountsQuery, AccountPage),
  /** They have left: signed out at once, and no way in; their name stays at what they wrote. */
  deactivate: endpoint("PUT", "/accounts/:id/deactivation", ById, Account),
  reactivate: endpoint("DELETE", "/accounts/:id/deactivation", ById, Account),
  signOut: endpoint("DELETE", "/accounts/:id/sessions", ById, Nothing),
  previewMerge: endpoint("GET", "/accounts/:id/merge/:into", Merging, MergePreview),
  /** All that is one's becomes the other's, for good; answers the one that stays. Sent again, it goes on where it stopped. */
  merge: endpoint("POST", "/accounts/:id/merge", Merging, Account),
};

/** Nobody closes their own account, and an admin is first made staff by another admin. */
export const canDeactivate = (me: Actor, person: Pick<Person, "id" | "role">) =>
  me.role === "admin" && me.id !== person.id && person.role !== "admin";

/** Whether an account can go into another, or go on doing so. It is closed by that, so whose is as with closing. */
export const canBeMerged = (me: Actor, from: Pick<Person, "id" | "role" | "merged">) =>
  canDeactivate(me, from) && !from.merged?.finished;
export const canMerge = (
  me: Actor,
  from: Pick<Person, "id" | "role" | "merged">,
  into: Pick<Person, "id" | "leftAt">,
) =>
  canDeactivate(me, from) &&
  from.id !== into.id &&
  (from.merged ? from.merged.into.id === into.id : into.leftAt === null);
