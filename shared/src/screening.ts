import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { type Actor, PersonBrief } from "./people.ts";
import { Id, Instant, line, Nothing } from "./shape.ts";

/** `hold` lets nobody see the post until a moderator has; `flag` opens a case and lets it through. */
export const screenActions = ["hold", "flag"] as const;
export const ScreenAction = z.enum(screenActions);
export type ScreenAction = z.infer<typeof ScreenAction>;

/** What is looked for: whole words or phrases, whatever their case and accents; or an RE2 pattern. */
export const ScreenTest = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("words"),
    words: z.array(line(60)).check(z.minLength(1, "needs one word at least"), z.maxLength(200)),
  }),
  z.strictObject({ kind: z.literal("pattern"), pattern: line(200) }),
]);
export type ScreenTest = z.infer<typeof ScreenTest>;

export const Screen = z.strictObject({
  id: Id,
  rev: z.int(),
  name: z.string(),
  test: ScreenTest,
  action: ScreenAction,
  /** The rule that it stands for, if there is one. */
  ruleId: z.nullable(Id),
  active: z.boolean(),
  createdBy: PersonBrief,
  createdAt: Instant,
});
export type Screen = z.infer<typeof Screen>;

export const NewScreen = z.strictObject({
  name: line(80),
  test: ScreenTest,
  action: ScreenAction,
  ruleId: z.nullable(Id),
});
export const EditScreen = z.strictObject({
  id: Id,
  ...z.partial(NewScreen).shape,
  active: z.optional(z.boolean()),
});

/** What a screen would have found. Posts of private channels are not looked at. */
export const DryRun = z.strictObject({
  searched: z.int(),
  matched: z.int(),
  /** Whether the whole month was looked at; else the newest part of it, as far as the time went. */
  complete: z.boolean(),
  examples: z.array(
    z.strictObject({
      postId: Id,
      author: PersonBrief,
      at: Instant,
      matched: z.string(),
      excerpt: z.string(),
    }),
  ),
});
export type DryRun = z.infer<typeof DryRun>;

/** Read by admins and auditors, changed by admins. */
export const screeningApi = {
  list: endpoint("GET", "/screens", z.strictObject({}), z.strictObject({ screens: z.array(Screen) })),
  create: endpoint("POST", "/screens", NewScreen, Screen),
  edit: endpoint("PATCH", "/screens/:id", EditScreen, Screen),
  remove: endpoint("DELETE", "/screens/:id", z.strictObject({ id: Id }), Nothing),
  /** Looks through the posts of the last month. */
  tryOut: endpoint("POST", "/screens/try", z.strictObject({ test: ScreenTest }), DryRun),
};

export const canReadScreens = (me: Pick<Actor, "role">) => me.role !== "staff";
export const canEditScreens = (me: Pick<Actor, "role">) => me.role === "admin";
