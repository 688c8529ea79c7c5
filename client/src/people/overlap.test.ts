import { expect, test } from "vitest";
import { sharedHours } from "./overlap.ts";

const office = (zone: string, holidays: string[] = []) => ({
  zone,
  workingHours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" },
  holidays,
});
// midnights in London, a Wednesday each
const january = Date.parse("2027-01-13T00:00:00Z");
const july = Date.parse("2027-07-13T23:00:00Z");
const shown = (shared: { from: number; to: number } | null) =>
  shared && [shared.from, shared.to].map((at) => new Date(at).toISOString().slice(11, 16));

test("London and Paris share all but the first and the last hour", () => {
  expect(shown(sharedHours(office("Europe/London"), office("Europe/Paris"), january))).toEqual([
    "09:00",
    "17:00",
  ]);
});

test("London and Sydney share no hour, in winter or in summer", () => {
  for (const day of [january, july])
    expect(sharedHours(office("Europe/London"), office("Australia/Sydney"), day)).toBeNull();
});

test("Paris and Sydney share an hour in July, when their clocks stand closest", () => {
  const paris = office("Europe/Paris");
  expect(sharedHours(paris, office("Australia/Sydney"), january)).toBeNull();
  expect(shown(sharedHours(paris, office("Australia/Sydney"), july))).toEqual(["07:00", "08:00"]);
});

test("nothing is shared on a holiday of one of them", () => {
  expect(sharedHours(office("Europe/London"), office("Europe/Paris", ["2027-01-13"]), january)).toBeNull();
});
