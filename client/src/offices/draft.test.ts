import { beforeAll, expect, test } from "vitest";
import { startLanguage } from "../lib/language.ts";
import { checkOffice, newDraft, officeOf } from "./draft.ts";

beforeAll(startLanguage);
const sydney = newDraft("Sydney", "Australia/Sydney");

test("holidays are lines: sorted, each once, without empty ones", () => {
  const holidays = "2026-12-25\n\n 2026-01-26 \n2026-12-25";
  expect(officeOf({ ...sydney, holidays }).holidays).toEqual(["2026-01-26", "2026-12-25"]);
});

test("a draft as it begins has nothing wrong with it", () => {
  expect(checkOffice(sydney)).toEqual({});
});

test.each([
  ["a city that is missing", { city: " " }, "city"],
  ["a zone that nobody knows", { zone: "Mars/Olympus" }, "zone"],
  ["a day that there isn’t", { holidays: "2026-02-30" }, "holidays"],
  [
    "an end before the beginning",
    { workingHours: { days: [1], from: "18:00", to: "09:00" } },
    "workingHours.to",
  ],
])("%s is found", (_what, change, field) => {
  expect(Object.keys(checkOffice({ ...sydney, ...change }, "offices.2."))).toEqual([`offices.2.${field}`]);
});
