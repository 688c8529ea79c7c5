import type { CaseState } from "@meridian/shared/caseStates";
import { useTranslation } from "../lib/texts.ts";
import { Badge, type BadgeProps } from "../ui/Badge.tsx";

const tones: Record<CaseState, BadgeProps["tone"]> = {
  open: "accent",
  claimed: "brass",
  upheld: "danger",
  dismissed: "plain",
  appealed: "brass",
  confirmed: "danger",
  overturned: "good",
  closed: "plain",
};

export function CaseStateBadge({ state }: { state: CaseState }) {
  const { t } = useTranslation();
  return <Badge tone={tones[state]}>{t(`desk.states.${state}`)}</Badge>;
}
