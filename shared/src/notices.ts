import * as z from "zod/mini";
import { CaseAction } from "./caseHistory.ts";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, Limit, Nothing, PageCursor } from "./shape.ts";

/** Why somebody is told; the words are the client's, in the reader's language. */
export const NoticeKind = z.enum([
  /** To the reporter: we have it. */
  "reportReceived",
  /** To the reporter: what became of it (`outcome`). */
  "reportOutcome",
  /** To the author: a post waits until somebody has looked at it. */
  "held",
  /** To the author: what was decided (`actions`, `ruleId`, `reason`, `until`). */
  "decision",
  /** To the author: a held post is in everybody's sight, or a decision was taken back. */
  "restored",
  /** To the author: the appeal is with us. */
  "appealReceived",
  /** To the author: `outcome` is confirmed or overturned. */
  "appealOutcome",
  /** To the author: a freeze or a suspension was lifted before its end. */
  "sanctionLifted",
  /** To moderators: a case waited too long. */
  "caseRaised",
  /** To a moderator: a case was handed over to them. */
  "caseHandedOver",
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

export const Notice = z.strictObject({
  id: Id,
  kind: NoticeKind,
  at: Instant,
  readAt: z.nullable(Instant),
  /** To the author the id of their decision, to a moderator that of the case. */
  caseId: z.nullable(Id),
  reportId: z.nullable(Id),
  postId: z.nullable(Id),
  ruleId: z.nullable(Id),
  reason: z.nullable(z.string()),
  actions: z.array(CaseAction),
  until: z.nullable(Instant),
  outcome: z.nullable(z.enum(["upheld", "dismissed", "overturned", "confirmed"])),
});
export type Notice = z.infer<typeof Notice>;

export const noticesApi = {
  /** Newest first; `unread` stops at a hundred. */
  list: endpoint(
    "GET",
    "/notices",
    z.strictObject({ before: z.optional(PageCursor), limit: Limit }),
    z.strictObject({ notices: z.array(Notice), next: z.nullable(z.string()), unread: z.int() }),
  ),
  /** Everything up to `at` is read. */
  read: endpoint("PUT", "/notices/read", z.strictObject({ at: Instant }), Nothing),
};

export interface NoticeEvents {
  /** New, or read. */
  "notice:changed": Notice;
}
