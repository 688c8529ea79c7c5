import type { Case } from "@meridian/shared/cases";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../lib/keys.ts";
import { type AppealOutcome, judgeAppeal } from "./commands.ts";
import { Keyed } from "./Keyed.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";

const keys = { confirm: "1", overturn: "2" } as const;

/** Judges an appeal: the decision stands, or everything is put back. */
export function AppealActions({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const [judging, setJudging] = useState<AppealOutcome>();
  useKeys({
    [keys.confirm]: () => setJudging("confirm"),
    [keys.overturn]: () => setJudging("overturn"),
  });
  return (
    <div role="group" aria-label={t("desk.act")} className="mx-4 mt-4 flex flex-wrap gap-2">
      {(["confirm", "overturn"] as const).map((outcome) => (
        <Keyed
          key={outcome}
          text={t(`desk.${outcome}`)}
          hint={keys[outcome]}
          onPress={() => setJudging(outcome)}
        />
      ))}
      {judging && (
        <ReasonDialog
          title={t(`desk.${judging}`)}
          label={t("desk.appealReason")}
          action={t(`desk.${judging}`)}
          send={(reason) => judgeAppeal(kase, judging, reason)}
          onClose={() => setJudging(undefined)}
        />
      )}
    </div>
  );
}
