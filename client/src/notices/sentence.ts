import type { Notice } from "@meridian/shared/notices";
import { t } from "../lib/texts.ts";

/** What a notice says, in the reader's language. */
export function sentenceOf({ kind, outcome }: Notice): string {
  if (kind === "reportOutcome") {
    if (outcome === "upheld") return t("notices.reportUpheld");
    return t(outcome === "dismissed" ? "notices.reportDismissed" : "notices.reportOverturned");
  }
  if (kind === "appealOutcome")
    return t(outcome === "overturned" ? "notices.appealOverturned" : "notices.appealConfirmed");
  return t(`notices.${kind}`);
}

/** Where it leads. */
export function linkOf({ kind, caseId, postId }: Notice): { to: string; label: string } | null {
  if (kind === "caseRaised" || kind === "caseHandedOver")
    return caseId ? { to: `/moderation/${caseId}`, label: t("notices.openCase") } : null;
  const toReporter = kind === "reportReceived" || kind === "reportOutcome";
  if (!toReporter && caseId) return { to: `/decisions/${caseId}`, label: t("notices.open") };
  return postId ? { to: `/posts/${postId}`, label: t("notices.openPost") } : null;
}
