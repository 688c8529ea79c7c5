import { type Rule, ruleText, rulesApi, type RuleText } from "@meridian/shared/companyRules";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../lib/call.ts";
import { currentLanguage } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";

export const rulesQuery = queryOptions({
  queryKey: ["rules"],
  queryFn: ({ signal }) => call(rulesApi.list, {}, { signal }),
});

export interface ReadRule extends RuleText {
  id: string;
  active: boolean;
}

const read = (rule: Rule): ReadRule => ({
  id: rule.id,
  active: rule.active,
  ...ruleText(rule, currentLanguage()),
});

/** The company's rules in the reader's language, in their order, those that were given up too. */
export function useRules(): ReadRule[] {
  useTranslation();
  return (useQuery(rulesQuery).data?.rules ?? []).map(read);
}

export const useRule = (id: string | null): ReadRule | undefined => useRules().find((rule) => rule.id === id);
