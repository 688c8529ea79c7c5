import { type Rule, rulesApi } from "@meridian/shared/companyRules";
import { attempt } from "../lib/attempt.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { t } from "../lib/texts.ts";
import { rulesQuery } from "../moderation/rules.ts";
import { toast } from "../ui/Toast.tsx";

export const lookAgainForRules = () => queryClient.invalidateQueries(rulesQuery);

/** Two neighbours change places. Done twice it is undone, done half it leaves both where they can be seen. */
export const swapRules = (rule: Rule, other: Rule) =>
  attempt(async () => {
    await call(rulesApi.edit, { id: rule.id, position: other.position });
    await call(rulesApi.edit, { id: other.id, position: rule.position });
    await lookAgainForRules();
  });

export const setRuleActive = (rule: Rule, active: boolean) =>
  attempt(async () => {
    await call(rulesApi.edit, { id: rule.id, active });
    await lookAgainForRules();
    toast({
      title: t("settings.saved"),
      action: { label: t("app.undo"), onPress: () => void setRuleActive(rule, !active) },
    });
  });
