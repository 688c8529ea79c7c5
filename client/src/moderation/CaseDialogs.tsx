import type { Case } from "@meridian/shared/cases";
import type { CaseAction } from "@meridian/shared/caseHistory";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { ActDialog } from "./ActDialog.tsx";
import { type AppealOutcome, judgeAppeal, purge, reverse } from "./commands.ts";
import { HandOverDialog } from "./HandOverDialog.tsx";
import { possibleActions } from "./possible.ts";
import { ReasonDialog } from "./ReasonDialog.tsx";

/** What a moderator is about to do. */
export type Intent =
  | { kind: "act"; action: CaseAction }
  | { kind: "judge"; outcome: AppealOutcome }
  | { kind: "handOver" | "reverse" | "purge" };

interface CaseDialogsProps {
  intent: Intent;
  /** As it was when they began: whoever decides it meanwhile is then named, instead of the dialog being gone. */
  kase: Case;
  onClose: () => void;
}

/** The questions that come before an act. */
export function CaseDialogs({ intent, kase, onClose }: CaseDialogsProps) {
  const { t } = useTranslation();
  const me = useMe();
  switch (intent.kind) {
    case "act":
      return (
        <ActDialog kase={kase} first={intent.action} possible={possibleActions(me, kase)} onClose={onClose} />
      );
    case "handOver":
      return <HandOverDialog kase={kase} onClose={onClose} />;
    case "judge":
      return (
        <ReasonDialog
          title={t(`desk.${intent.outcome}`)}
          label={t("desk.appealReason")}
          action={t(`desk.${intent.outcome}`)}
          send={(reason) => judgeAppeal(kase, intent.outcome, reason)}
          onClose={onClose}
        />
      );
    default:
      return (
        <ReasonDialog
          title={t(`desk.${intent.kind}Title`)}
          text={t(`desk.${intent.kind}Text`)}
          label={t("desk.reason")}
          action={t(`desk.${intent.kind}Title`)}
          danger={intent.kind === "purge"}
          send={(reason) => (intent.kind === "reverse" ? reverse(kase, reason) : purge(kase, reason))}
          onClose={onClose}
        />
      );
  }
}
