import type { Case } from "@meridian/shared/cases";
import type { CaseAction } from "@meridian/shared/caseHistory";
import { t } from "../lib/texts.ts";
import type { ReadRule } from "./rules.ts";

/** The rule that most reports named, the first of these. */
export function mostReported({ reports, ruleIds }: Pick<Case, "reports" | "ruleIds">): string | undefined {
  const counts = new Map<string, number>();
  for (const { ruleId } of reports) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? ruleIds[0];
}

/** What is said to author and reporters unless the moderator says it otherwise: one line of 500 characters. */
export function reasonFor(actions: CaseAction[], rule: ReadRule | undefined): string {
  if (actions.includes("dismiss")) return t("desk.dismissReason");
  if (actions.length === 1 && actions[0] === "hold") return t("desk.holdReason");
  if (!rule) return "";
  const text = [rule.title, rule.description].filter(Boolean).join(": ");
  return text.replaceAll(/\s+/g, " ").trim().slice(0, 500);
}
