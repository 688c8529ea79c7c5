import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { type Actor, Language } from "./people.ts";
import { Id, line, paragraphs, wholeNumber } from "./shape.ts";

const RuleText = z.strictObject({ title: line(80), description: paragraphs(1_000) });
export type RuleText = z.infer<typeof RuleText>;

const RuleTexts = z
  .strictObject({ en: z.nullable(RuleText), fr: z.nullable(RuleText), de: z.nullable(RuleText) })
  .check(
    z.refine((texts) => Object.values(texts).some((text) => text !== null), {
      message: "needs a text in one language at least",
      path: ["en"],
    }),
  );

/** What the company asks of everybody: why something may be reported. */
export const Rule = z.strictObject({
  id: Id,
  rev: z.int(),
  texts: RuleTexts,
  /** Its place in the list, from 0. */
  position: z.int(),
  /** A rule that was given up stands in old cases, and is not offered any more. */
  active: z.boolean(),
});
export type Rule = z.infer<typeof Rule>;

export const NewRule = z.strictObject({ texts: RuleTexts });
export const EditRule = z.strictObject({
  id: Id,
  texts: z.optional(RuleTexts),
  position: z.optional(wholeNumber(0, 99)),
  active: z.optional(z.boolean()),
});

export const rulesApi = {
  /** In their order, those that were given up too. */
  list: endpoint("GET", "/rules", z.strictObject({}), z.strictObject({ rules: z.array(Rule) })),
  create: endpoint("POST", "/rules", NewRule, Rule),
  edit: endpoint("PATCH", "/rules/:id", EditRule, Rule),
};

export interface RuleEvents {
  "rule:changed": Rule;
}

export const canEditRules = (me: Pick<Actor, "role">) => me.role === "admin";

/** A rule in somebody's language, else in English, else in the one that there is. */
export function ruleText(rule: Pick<Rule, "texts">, language: Language): RuleText {
  const { en, fr, de } = rule.texts;
  return rule.texts[language] ?? en ?? fr ?? de ?? { title: "", description: "" };
}
