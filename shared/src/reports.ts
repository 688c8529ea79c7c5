import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import type { Actor } from "./people.ts";
import { Id, Instant, Limit, PageCursor, paragraphs } from "./shape.ts";

/** What a case is about: a post or reply, or somebody's profile. */
export const CaseTarget = z.strictObject({ kind: z.enum(["post", "profile"]), id: Id });
export type CaseTarget = z.infer<typeof CaseTarget>;

export const NewReport = z.strictObject({ target: CaseTarget, ruleId: Id, note: paragraphs(1_000) });
export type NewReport = z.infer<typeof NewReport>;

/** What became of a report: nothing yet, the reader was right, or not, or an appeal said otherwise. */
export const ReportOutcome = z.enum(["pending", "upheld", "dismissed", "overturned"]);
export type ReportOutcome = z.infer<typeof ReportOutcome>;

/** A report as whoever made it sees it. */
export const MyReport = z.strictObject({
  id: Id,
  target: CaseTarget,
  ruleId: Id,
  note: z.string(),
  at: Instant,
  outcome: ReportOutcome,
  /** What the moderators say to it, once they have decided. */
  reason: z.nullable(z.string()),
});
export type MyReport = z.infer<typeof MyReport>;

export const reportsApi = {
  /** Answers with the receipt. A second report of the same by the same person answers with the first. */
  report: endpoint("POST", "/reports", NewReport, MyReport),
  /** Mine, newest first. */
  mine: endpoint(
    "GET",
    "/reports",
    z.strictObject({ before: z.optional(PageCursor), limit: Limit }),
    z.strictObject({ reports: z.array(MyReport), next: z.nullable(z.string()) }),
  ),
};

/** Whoever sees it may report it, their own excepted. */
export const canReport = (me: Pick<Actor, "id">, authorId: string) => me.id !== authorId;
