import { type Screen, screeningApi } from "@meridian/shared/screening";
import { attempt } from "../lib/attempt.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { t } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";

export const lookAgainForScreens = () => queryClient.invalidateQueries({ queryKey: ["screens"] });

export const setScreenActive = (screen: Screen, active: boolean) =>
  attempt(async () => {
    await call(screeningApi.edit, { id: screen.id, active });
    await lookAgainForScreens();
  });

export const removeScreen = (screen: Screen) =>
  attempt(async () => {
    await call(screeningApi.remove, { id: screen.id });
    await lookAgainForScreens();
    const { name, test, action, ruleId } = screen;
    const again = async () => {
      await call(screeningApi.create, { name, test, action, ruleId });
      await lookAgainForScreens();
    };
    toast({
      title: t("rules.removed", { name }),
      action: { label: t("app.undo"), onPress: () => void attempt(again) },
    });
  });
