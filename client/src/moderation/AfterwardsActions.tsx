import type { Case } from "@meridian/shared/cases";
import { nextCaseState, nextContentState } from "@meridian/shared/caseStates";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import type { Intent } from "./CaseDialogs.tsx";

/** What can still be done about a case that was decided: take it back, or erase a removed text for good. */
export function AfterwardsActions({ kase, onBegin }: { kase: Case; onBegin: (intent: Intent) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const reversible = nextCaseState(kase.state, "reverse") !== null;
  const erasable =
    me.role === "admin" &&
    kase.content !== null &&
    nextContentState(kase.content, "purge") !== null &&
    kase.purgeAskedBy?.id !== me.id;
  return (
    <div className="mx-4 mt-4 space-y-2 empty:hidden">
      {kase.purgeAskedBy && (
        <p className="rounded-md bg-danger-wash px-3 py-2 text-sm">
          {t("desk.purgeAsked", { name: kase.purgeAskedBy.name })}
        </p>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {reversible && (
          <Button size="small" onClick={() => onBegin({ kind: "reverse" })}>
            {t("desk.reverse")}
          </Button>
        )}
        {erasable && (
          <Button size="small" onClick={() => onBegin({ kind: "purge" })}>
            {t("desk.purge")}
          </Button>
        )}
      </div>
    </div>
  );
}
