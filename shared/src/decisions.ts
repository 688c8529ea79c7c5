import * as z from "zod/mini";
import { CaseAction } from "./caseHistory.ts";
import { CaseState, ContentState } from "./caseStates.ts";
import { endpoint, openEndpoint } from "./endpoint.ts";
import { Post } from "./posts.ts";
import { CaseTarget } from "./reports.ts";
import { Credentials } from "./sessions.ts";
import { Id, Instant, Nothing, paragraphs } from "./shape.ts";

export const appealDays = 20;

/** What takes a post out of sight; one of them at a time. */
export const contentActions = ["hold", "hide", "remove"] as const satisfies CaseAction[];
/** What keeps somebody from writing or from coming in; one of them at a time. */
export const sanctions = ["freeze", "suspend"] as const satisfies CaseAction[];

const among = (actions: CaseAction[], some: readonly CaseAction[]) =>
  actions.filter((action) => some.includes(action)).length;

/** Dismissing stands alone; of two ways to take a post out of sight, or to keep somebody out, only one makes sense. */
export const standTogether = (actions: CaseAction[]): boolean =>
  new Set(actions).size === actions.length &&
  (actions.length === 1 || !actions.includes("dismiss")) &&
  among(actions, contentActions) <= 1 &&
  among(actions, sanctions) <= 1;

/** Holding alone decides nothing: the case goes on. */
export const decides = (actions: CaseAction[]): boolean => actions.some((action) => action !== "hold");

/** What was decided, as the one whom it is about may know it: no word of who reported or who judged. */
export const Decision = z.strictObject({
  /** The id of its case. */
  id: Id,
  target: CaseTarget,
  /** Their post, whole, whatever others see of it; null for a profile and for what was purged. */
  post: z.nullable(Post),
  content: z.nullable(ContentState),
  /** `upheld`, `appealed`, `confirmed`, `overturned`, `closed`; `claimed` while a post is held and nothing is decided. */
  state: CaseState,
  actions: z.array(CaseAction),
  ruleId: z.nullable(Id),
  reason: z.string(),
  /** The end of the freeze or suspension; null without one and for good. */
  until: z.nullable(Instant),
  decidedAt: z.nullable(Instant),
  /** Until when it can be appealed; null when it can't, or not any more. */
  appealUntil: z.nullable(Instant),
  appeal: z.nullable(
    z.strictObject({
      text: z.string(),
      at: Instant,
      outcome: z.nullable(z.enum(["confirmed", "overturned"])),
      reason: z.nullable(z.string()),
    }),
  ),
});
export type Decision = z.infer<typeof Decision>;

const ById = z.strictObject({ id: Id });

export const AppealText = paragraphs(2_000).check(
  z.refine((text) => text.trim() !== "", "must not be empty"),
);

export const decisionsApi = {
  /** About me, newest first, the last hundred. */
  mine: endpoint("GET", "/decisions", z.strictObject({}), z.strictObject({ decisions: z.array(Decision) })),
  show: endpoint("GET", "/decisions/:id", ById, Decision),
  /** Once for each decision, within twenty days, judged by somebody else. */
  appeal: endpoint("POST", "/decisions/:id/appeal", z.strictObject({ id: Id, text: AppealText }), Decision),
  /** The same for the suspension that keeps somebody from signing in: they show who they are with it. */
  appealSuspension: openEndpoint(
    "POST",
    "/suspension/appeal",
    z.strictObject({ ...Credentials.shape, text: AppealText }),
    Nothing,
  ),
};

/** Whether `now` is still within the days in which a decision can be appealed. */
export const appealEnds = (decidedAt: Date): Date => new Date(decidedAt.getTime() + appealDays * 86_400_000);
