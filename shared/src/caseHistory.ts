import * as z from "zod/mini";
import { CaseState } from "./caseStates.ts";
import { PersonBrief } from "./people.ts";
import { Id, Instant } from "./shape.ts";

/** What moderators can do about a case. */
export const CaseAction = z.enum([
  "dismiss",
  "hold",
  "hide",
  "remove",
  "lock",
  "move",
  "pin",
  "warn",
  "freeze",
  "suspend",
]);
export type CaseAction = z.infer<typeof CaseAction>;

export const CaseAct = z.enum([
  "opened",
  "claimed",
  "released",
  "handedOver",
  "held",
  "upheld",
  "dismissed",
  "appealed",
  "confirmed",
  "overturned",
  "reversed",
  "raised",
  "purgeAsked",
  "purged",
  "closed",
]);
export type CaseAct = z.infer<typeof CaseAct>;

/** One line of what happened to a case. `by` is null for the server itself, and for who reported. */
export const CaseEvent = z.strictObject({
  act: CaseAct,
  by: z.nullable(PersonBrief),
  at: Instant,
  reason: z.string(),
  actions: z.array(CaseAction),
  /** To whom it was handed over. */
  to: z.nullable(PersonBrief),
});
export type CaseEvent = z.infer<typeof CaseEvent>;

/** What another moderator did to a case while this one was about to act. */
export const Overtaken = z.strictObject({ caseId: Id, rev: z.int(), state: CaseState, last: CaseEvent });
export type Overtaken = z.infer<typeof Overtaken>;
