import * as z from "zod/mini";

/** open → claimed → upheld | dismissed → appealed → confirmed | overturned → closed. */
export const CaseState = z.enum([
  "open",
  "claimed",
  "upheld",
  "dismissed",
  "appealed",
  "confirmed",
  "overturned",
  "closed",
]);
export type CaseState = z.infer<typeof CaseState>;

export const caseSteps = [
  "claim",
  "release",
  "handOver",
  "uphold",
  "dismiss",
  "appeal",
  "confirm",
  "overturn",
  "reverse",
  "close",
] as const;
export type CaseStep = (typeof caseSteps)[number];

/** All that may happen to a case; what does not stand here can't. A moderator's own mistake is reversed. */
const caseTable: Record<CaseState, Partial<Record<CaseStep, CaseState>>> = {
  open: { claim: "claimed" },
  claimed: { release: "open", handOver: "claimed", uphold: "upheld", dismiss: "dismissed" },
  upheld: { appeal: "appealed", reverse: "overturned", close: "closed" },
  dismissed: { close: "closed" },
  appealed: { confirm: "confirmed", overturn: "overturned" },
  confirmed: { close: "closed" },
  overturned: { close: "closed" },
  closed: {},
};

/** Where a step leads from a state; null when it leads nowhere. */
export const nextCaseState = (state: CaseState, step: CaseStep): CaseState | null =>
  caseTable[state][step] ?? null;

/** Nobody has decided it yet. A target has one pending case at most. */
export const isPending = (state: CaseState): boolean => state === "open" || state === "claimed";

/** visible → held → hidden → removed → purged. Held and hidden go back; removed too, when an appeal is heard. */
export const ContentState = z.enum(["visible", "held", "hidden", "removed", "purged"]);
export type ContentState = z.infer<typeof ContentState>;

export const contentSteps = ["hold", "hide", "remove", "restore", "purge"] as const;
export type ContentStep = (typeof contentSteps)[number];

const contentTable: Record<ContentState, Partial<Record<ContentStep, ContentState>>> = {
  visible: { hold: "held", hide: "hidden", remove: "removed" },
  held: { hide: "hidden", remove: "removed", restore: "visible" },
  hidden: { remove: "removed", restore: "visible" },
  removed: { restore: "visible", purge: "purged" },
  purged: {},
};

export const nextContentState = (state: ContentState, step: ContentStep): ContentState | null =>
  contentTable[state][step] ?? null;
