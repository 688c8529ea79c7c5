import type { CaseAction, CaseEvent, Overtaken } from "@meridian/shared/caseHistory";
import { currentLocale } from "../lib/language.ts";
import { t } from "../lib/texts.ts";
import { relativeTime } from "../lib/time.ts";
import { currentMe } from "../lib/access.ts";

export const actionNames = (actions: CaseAction[]): string =>
  actions.map((action) => t(`desk.actions.${action}`)).join(", ");

/** One line of what happened to a case. */
export const eventText = (event: CaseEvent): string =>
  t(`desk.acts.${event.act}`, {
    by: event.by?.name ?? t("desk.system"),
    to: event.to?.name ?? "",
    actions: actionNames(event.actions),
  });

/** What somebody else did while one was about to act. */
export function fasterText({ last }: Overtaken): string {
  const time = relativeTime(last.at, Date.now(), currentLocale(), currentMe()?.zone ?? "UTC");
  const what = t("desk.faster", { what: eventText(last), time });
  return last.reason ? `${what} ${t("desk.quoted", { reason: last.reason })}` : what;
}
