import type { Case } from "@meridian/shared/cases";
import { nextCaseState, nextContentState } from "@meridian/shared/caseStates";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../lib/access.ts";
import { Button } from "../ui/Button.tsx";
import { purge, reverse } from "./commands.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";

/** What can still be done about a case that was decided: take it back, or erase a removed text for good. */
export function AfterwardsActions({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState<"reverse" | "purge">();
  const reversible = nextCaseState(kase.state, "reverse") !== null;
  const erasable =
    me.role === "admin" &&
    kase.content !== null &&
    nextContentState(kase.content, "purge") !== null &&
    kase.purgeAskedBy?.id !== me.id;
  const close = () => setOpen(undefined);
  return (
    <div className="mx-4 mt-4 space-y-2">
      {kase.purgeAskedBy && (
        <p className="rounded-md bg-danger-wash px-3 py-2 text-sm">
          {t("desk.purgeAsked", { name: kase.purgeAskedBy.name })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {reversible && (
          <Button size="small" onClick={() => setOpen("reverse")}>
            {t("desk.reverse")}
          </Button>
        )}
        {erasable && (
          <Button size="small" onClick={() => setOpen("purge")}>
            {t("desk.purge")}
          </Button>
        )}
      </div>
      {open && (
        <ReasonDialog
          title={t(`desk.${open}Title`)}
          text={t(`desk.${open}Text`)}
          label={t("desk.reason")}
          action={t(`desk.${open}Title`)}
          danger={open === "purge"}
          send={(reason) => (open === "reverse" ? reverse(kase, reason) : purge(kase, reason))}
          onClose={close}
        />
      )}
    </div>
  );
}
