import type { NewOffice, Office } from "@meridian/shared/offices";
import { isZone } from "@meridian/shared/time";
import { t } from "../lib/texts.ts";

/** An office as it is typed: holidays are lines of text. */
export interface OfficeDraft extends Omit<NewOffice, "holidays"> {
  holidays: string;
}

const usualHours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" };

export const newDraft = (city = "", zone = ""): OfficeDraft => ({
  city,
  zone,
  workingHours: usualHours,
  holidays: "",
});

export const draftOf = ({ city, zone, workingHours, holidays }: Office): OfficeDraft => ({
  city,
  zone,
  workingHours,
  holidays: holidays.join("\n"),
});

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export const officeOf = ({ holidays, ...draft }: OfficeDraft): NewOffice => ({
  ...draft,
  holidays: [...new Set(linesOf(holidays))].toSorted(),
});

const isDate = (line: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(line) && new Date(`${line}T00:00:00Z`).toJSON()?.startsWith(line) === true;

/** What is wrong with a draft, by field. `path` stands before each field: "offices.0.". */
export function checkOffice(draft: OfficeDraft, path = ""): Record<string, string> {
  const odd = linesOf(draft.holidays).find((line) => !isDate(line));
  return {
    ...(draft.city.trim() === "" && { [`${path}city`]: t("errors.required") }),
    ...(!isZone(draft.zone) && { [`${path}zone`]: t(draft.zone ? "errors.zone" : "errors.required") }),
    ...(draft.workingHours.from >= draft.workingHours.to && {
      [`${path}workingHours.to`]: t("errors.hours"),
    }),
    ...(odd !== undefined && { [`${path}holidays`]: t("errors.date", { text: odd }) }),
  };
}
