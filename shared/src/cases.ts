import * as z from "zod/mini";
import { CaseState, ContentState } from "./caseStates.ts";
import { CaseAction, CaseEvent } from "./caseHistory.ts";
import { standTogether } from "./decisions.ts";
import { endpoint } from "./endpoint.ts";
import { type Actor, PersonBrief } from "./people.ts";
import { PostVersion } from "./posts.ts";
import { CaseTarget } from "./reports.ts";
import { Id, Instant, Limit, line, PageCursor, paragraphs, wholeNumber } from "./shape.ts";
import { Block } from "./text.ts";

/** A decision as moderators see it. */
export const CaseDecision = z.strictObject({
  by: z.nullable(PersonBrief),
  at: Instant,
  actions: z.array(CaseAction),
  ruleId: z.nullable(Id),
  reason: z.string(),
  until: z.nullable(Instant),
});
export type CaseDecision = z.infer<typeof CaseDecision>;

/** A case in a list: enough to choose the next one by. */
export const CaseRow = z.strictObject({
  id: Id,
  rev: z.int(),
  state: CaseState,
  target: CaseTarget,
  /** The thread of the post; null for a profile. */
  threadId: z.nullable(Id),
  author: PersonBrief,
  channelIds: z.array(Id),
  /** It is from a private channel: what was reported is shown here, the rest of the channel is not. */
  private: z.boolean(),
  /** Where it belongs: the office of its channel, else of its author. */
  officeId: Id,
  /** The office whose leads look after it; null: admins only. */
  careOf: z.nullable(Id),
  /** What brought it here. */
  source: z.enum(["report", "screening", "moderator"]),
  reportCount: z.int(),
  ruleIds: z.array(Id),
  /** How the post stands now; null for a profile. */
  content: z.nullable(ContentState),
  /** The beginning of what is in everybody's sight; null for what is not. */
  excerpt: z.nullable(z.string()),
  claimedBy: z.nullable(PersonBrief),
  openedAt: Instant,
  /** It waited too long and all moderators were told. */
  raisedAt: z.nullable(Instant),
  decision: z.nullable(CaseDecision),
  appealedAt: z.nullable(Instant),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const CaseReport = z.strictObject({
  id: Id,
  reporter: PersonBrief,
  ruleId: Id,
  note: z.string(),
  at: Instant,
});

/** What a screen found in the text. */
export const CaseFlag = z.strictObject({
  screenId: z.nullable(Id),
  name: z.string(),
  matched: z.string(),
  at: Instant,
});

export const CaseNote = z.strictObject({ id: Id, by: PersonBrief, text: z.string(), at: Instant });

/** Another case, about the same person or of the same kind, and how it ended. */
export const PastCase = z.strictObject({
  id: Id,
  state: CaseState,
  target: CaseTarget,
  author: PersonBrief,
  ruleIds: z.array(Id),
  openedAt: Instant,
  decision: z.nullable(CaseDecision),
});
export type PastCase = z.infer<typeof PastCase>;

export const Case = z.strictObject({
  ...CaseRow.shape,
  /** Whether I may judge it: it is in my care, and neither my own nor reported by me. */
  mayJudge: z.boolean(),
  /** Whether I may judge the appeal: the same, and the decision was somebody else's. */
  mayJudgeAppeal: z.boolean(),
  /** What the post says, whoever can see it now; null for a profile and for what was purged. */
  post: z.nullable(
    z.strictObject({
      body: z.string(),
      text: z.array(Block),
      createdAt: Instant,
      editedAt: z.nullable(Instant),
      isReply: z.boolean(),
      replyCount: z.int(),
      locked: z.boolean(),
      pinnedIn: z.array(Id),
      /** Its author has taken it away. */
      removedByAuthor: z.boolean(),
      /** What it said before, oldest first. */
      versions: z.array(PostVersion),
    }),
  ),
  /** The first report first. */
  reports: z.array(CaseReport),
  flags: z.array(CaseFlag),
  notes: z.array(CaseNote),
  history: z.array(CaseEvent),
  appeal: z.nullable(z.strictObject({ text: z.string(), at: Instant })),
  /** An admin asked for the text to be erased; another one has to agree. */
  purgeAskedBy: z.nullable(PersonBrief),
  /** What is known of its author: earlier cases, newest first. */
  earlier: z.array(PastCase),
  /** How the like was decided lately. */
  similar: z.array(PastCase),
});
export type Case = z.infer<typeof Case>;

export const CasesQuery = z.strictObject({
  /** "pending": open and claimed, the default. */
  state: z.optional(z.union([CaseState, z.literal("pending"), z.literal("all")])),
  officeId: z.optional(Id),
  channelId: z.optional(Id),
  /** Claimed by me. */
  mine: z.optional(z.literal("true")),
  /** Opened so many hours ago at least. */
  olderThan: z.optional(wholeNumber(0, 10_000)),
  /** What waits longest first, or the newest first. */
  order: z.optional(z.enum(["oldest", "newest"])),
  after: z.optional(PageCursor),
  limit: Limit,
});
export type CasesQuery = z.infer<typeof CasesQuery>;

export const CasesPage = z.strictObject({
  cases: z.array(CaseRow),
  next: z.nullable(z.string()),
  /** Of all that I may see, whatever the filter. */
  counts: z.strictObject({
    open: z.int(),
    claimed: z.int(),
    mine: z.int(),
    appealed: z.int(),
    raised: z.int(),
  }),
});
export type CasesPage = z.infer<typeof CasesPage>;

/** Every act says which state of the case it saw: whoever is too late hears what the other did. */
const seen = { id: Id, rev: z.int() };
const Seen = z.strictObject(seen);
const Reason = line(500);

export const ActOnCase = z
  .strictObject({
    ...seen,
    actions: z.array(CaseAction).check(z.minLength(1, "needs one action at least"), z.maxLength(6)),
    reason: Reason,
    /** The rule that it is decided by; by default the one that was reported most. */
    ruleId: z.optional(Id),
    /** The end of a freeze (needed) or a suspension (null: for good). */
    until: z.optional(z.nullable(Instant)),
    /** Where a thread is moved to or pinned in. */
    channelId: z.optional(Id),
  })
  .check(
    z.refine((act) => standTogether(act.actions), { message: "do not go together", path: ["actions"] }),
    z.refine((act) => !act.actions.includes("freeze") || typeof act.until === "string", {
      message: "is needed for a freeze",
      path: ["until"],
    }),
    z.refine((act) => !act.actions.includes("move") || act.channelId !== undefined, {
      message: "is needed to move a thread",
      path: ["channelId"],
    }),
  );
export type ActOnCase = z.infer<typeof ActOnCase>;

export const JudgeAppeal = z.strictObject({
  ...seen,
  outcome: z.enum(["confirm", "overturn"]),
  reason: Reason,
});

export const casesApi = {
  list: endpoint("GET", "/cases", CasesQuery, CasesPage),
  /** Opening a case of what others can't see is written down in the audit log. */
  show: endpoint("GET", "/cases/:id", z.strictObject({ id: Id }), Case),
  claim: endpoint("POST", "/cases/:id/claim", Seen, Case),
  release: endpoint("POST", "/cases/:id/release", Seen, Case),
  handOver: endpoint("POST", "/cases/:id/handover", z.strictObject({ ...seen, personId: Id }), Case),
  note: endpoint(
    "POST",
    "/cases/:id/notes",
    z.strictObject({ id: Id, text: paragraphs(2_000).check(z.minLength(1, "must not be empty")) }),
    Case,
  ),
  /** Claims it on the way, if nobody has. */
  act: endpoint("POST", "/cases/:id/act", ActOnCase, Case),
  judgeAppeal: endpoint("POST", "/cases/:id/appeal", JudgeAppeal, Case),
  /** Takes back what was decided, without an appeal. */
  reverse: endpoint("POST", "/cases/:id/reverse", z.strictObject({ ...seen, reason: Reason }), Case),
  /** Erases a removed text and all it said before, once a second admin asks for it too. */
  purge: endpoint("POST", "/cases/:id/purge", z.strictObject({ ...seen, reason: Reason }), Case),
};

export interface CaseEvents {
  "case:changed": CaseRow;
}

type Standing = Pick<CaseRow, "careOf"> & { author: { id: string } };

/** Admins and auditors see all cases, leads those in their offices' care; nobody one about themself. */
export const canSeeCase = (me: Actor, { author, careOf }: Standing) =>
  author.id !== me.id && (me.role !== "staff" || (careOf !== null && me.leads.includes(careOf)));

/** Nobody judges their own post or their own report, and auditors nothing. */
export const canJudgeCase = (me: Actor, standing: Standing, reporterIds: string[]) =>
  canSeeCase(me, standing) && me.role !== "auditor" && !reporterIds.includes(me.id);

export const canJudgeAppeal = (
  me: Actor,
  standing: Standing,
  reporterIds: string[],
  decidedBy: string | null,
) => canJudgeCase(me, standing, reporterIds) && me.id !== decidedBy;

/** Admins suspend, and can be neither suspended nor frozen: another admin makes them staff first. */
export const canSanction = (me: Actor, action: CaseAction, author: { role: Actor["role"] }) =>
  action === "warn" || (author.role !== "admin" && (action === "freeze" || me.role === "admin"));
