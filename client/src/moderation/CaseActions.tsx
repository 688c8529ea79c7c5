import type { Case } from "@meridian/shared/cases";
import { isPending } from "@meridian/shared/caseStates";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { AfterwardsActions } from "./AfterwardsActions.tsx";
import { AppealActions } from "./AppealActions.tsx";
import { CaseDialogs, type Intent } from "./CaseDialogs.tsx";
import { PendingActions } from "./PendingActions.tsx";

/** What can be done about a case by whoever looks at it, and why nothing can. */
export function CaseActions({ kase }: { kase: Case }) {
  const [begun, setBegun] = useState<{ intent: Intent; kase: Case }>();
  return (
    <>
      <Choices kase={kase} onBegin={(intent) => setBegun({ intent, kase })} />
      {begun && <CaseDialogs {...begun} onClose={() => setBegun(undefined)} />}
    </>
  );
}

interface ChoicesProps {
  kase: Case;
  onBegin: (intent: Intent) => void;
}

function Choices({ kase, onBegin }: ChoicesProps) {
  const { t } = useTranslation();
  const me = useMe();
  if (me.role === "auditor") return <Hint>{t("desk.readOnly")}</Hint>;
  if (!kase.mayJudge) return <Hint>{t("desk.notYours")}</Hint>;
  if (isPending(kase.state)) return <PendingActions kase={kase} onBegin={onBegin} />;
  if (kase.state !== "appealed") return <AfterwardsActions kase={kase} onBegin={onBegin} />;
  if (!kase.mayJudgeAppeal) return <Hint>{t("desk.notYourAppeal")}</Hint>;
  return <AppealActions onBegin={onBegin} />;
}

const Hint = ({ children }: { children: string }) => (
  <p className="mx-4 mt-4 rounded-md bg-sunken px-3 py-2 text-sm text-soft">{children}</p>
);
