import type { Decision } from "@meridian/shared/decisions";
import { t } from "../lib/texts.ts";

/** What follows from a decision, a sentence for each action. `date` is the end of what ends. */
export const consequencesOf = (actions: Decision["actions"], date: string | null): string[] =>
  actions.map((action) => {
    if (action === "suspend" && date === null) return t("notices.actions.suspendForGood");
    return t(`notices.actions.${action}`, { date: date ?? "" });
  });
