import type { CaseEvents } from "@meridian/shared/cases";
import type { RuleEvents } from "@meridian/shared/companyRules";
import { queryClient } from "../lib/cache.ts";
import type { Handlers } from "../lib/handlers.ts";

// where a case stands in a filtered list, and what its page adds, only the server knows
export const moderationHandlers: Handlers<CaseEvents & RuleEvents> = {
  "case:changed": () => void queryClient.invalidateQueries({ queryKey: ["cases"] }),
  "rule:changed": () => void queryClient.invalidateQueries({ queryKey: ["rules"] }),
};
