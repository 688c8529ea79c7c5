import { beforeAll, describe, expect, test } from "vitest";
import { setLanguage, startLanguage } from "./language.ts";
import { bothTimes, daysApart, dayShift, localMinutes, localTime, relativeTime } from "./time.ts";

const [london, paris, berlin, newYork, vancouver, sydney] = [
  "Europe/London",
  "Europe/Paris",
  "Europe/Berlin",
  "America/New_York",
  "America/Vancouver",
  "Australia/Sydney",
];

beforeAll(startLanguage);

describe("bothTimes", () => {
  const both = (at: string, mine: string, theirs: string, city: string) =>
    bothTimes(at, mine, theirs, city, "en-GB");

  test("says both times", () => {
    expect(both("2026-11-24T12:02:00Z", london, sydney, "Sydney")).toBe("12:02 for you, 23:02 in Sydney");
  });
  test("names both days when it is another day there", () => {
    expect(both("2026-11-24T14:02:00Z", london, sydney, "Sydney")).toBe(
      "Tue 14:02 for you, Wed 01:02 in Sydney",
    );
    expect(both("2026-11-24T03:30:00Z", london, vancouver, "Vancouver")).toBe(
      "Tue 03:30 for you, Mon 19:30 in Vancouver",
    );
  });
  test("says one time for two places on the same clock", () => {
    expect(both("2026-11-24T12:02:00Z", paris, berlin, "Berlin")).toBe("13:02, for you and in Berlin");
  });
  test("midnight is 00:00", () => {
    expect(both("2026-11-24T23:00:00Z", london, paris, "Paris")).toBe(
      "Tue 23:00 for you, Wed 00:00 in Paris",
    );
  });
  test("knows each place's own daylight saving", () => {
    // North America changed on 8 March 2026, Europe on the 29th, Australia on 5 April.
    expect(both("2026-03-07T17:00:00Z", london, newYork, "New York")).toContain("12:00 in New York");
    expect(both("2026-03-08T17:00:00Z", london, newYork, "New York")).toContain("13:00 in New York");
    expect(both("2026-03-29T00:59:00Z", london, paris, "Paris")).toBe("00:59 for you, 01:59 in Paris");
    expect(both("2026-03-29T01:00:00Z", london, paris, "Paris")).toBe("02:00 for you, 03:00 in Paris");
    expect(both("2026-04-04T12:00:00Z", london, sydney, "Sydney")).toContain("23:00 in Sydney");
    expect(both("2026-04-05T12:00:00Z", london, sydney, "Sydney")).toContain("22:00 in Sydney");
  });
  test("speaks the chosen language", async () => {
    const at = "2026-11-24T14:02:00Z";
    await setLanguage("fr");
    expect(bothTimes(at, paris, sydney, "Sydney", "fr-FR")).toBe("mar. 15:02 pour vous, mer. 01:02 à Sydney");
    await setLanguage("de");
    expect(bothTimes(at, berlin, london, "London", "de-DE")).toBe("15:02 bei dir, 14:02 in London");
    await setLanguage("en");
  });
});

describe("relativeTime", () => {
  const now = "2026-11-24T12:00:00Z";
  const ago = (at: string, zone = london, locale = "en-GB") => relativeTime(at, now, locale, zone);

  test.each([
    ["2026-11-24T11:59:30Z", "now"],
    ["2026-11-24T12:00:20Z", "now"],
    ["2026-11-24T11:59:00Z", "1 min ago"],
    ["2026-11-24T11:00:01Z", "59 min ago"],
    ["2026-11-24T11:00:00Z", "1 hr ago"],
    ["2026-11-24T00:30:00Z", "11 hr ago"],
    ["2026-11-23T23:30:00Z", "yesterday"],
    ["2026-11-23T00:30:00Z", "yesterday"],
    ["2026-11-22T23:59:00Z", "2 days ago"],
    ["2026-11-18T09:00:00Z", "6 days ago"],
    ["2026-11-17T09:00:00Z", "17 Nov"],
    ["2025-11-24T09:00:00Z", "24 Nov 2025"],
  ])("%s is %j", (at, expected) => expect(ago(at)).toBe(expected));

  test("days are the reader's own", () => {
    expect(ago("2026-11-23T23:30:00Z", london)).toBe("yesterday");
    expect(ago("2026-11-23T23:30:00Z", paris)).toBe("12 hr ago");
    // Just after midnight, what was written an hour ago is no day old.
    expect(relativeTime("2026-11-23T23:30:00Z", "2026-11-24T00:30:00Z", "en-GB", london)).toBe("1 hr ago");
  });
  test("a night with a change of clocks is one day", () => {
    expect(relativeTime("2026-03-28T12:00:00Z", "2026-03-29T11:00:00Z", "en-GB", london)).toBe("yesterday");
    expect(daysApart("2026-10-26T00:30:00Z", "2026-10-24T22:30:00Z", london)).toBe(2);
  });
  test("speaks the locale", () => {
    expect(ago("2026-11-23T08:00:00Z", paris, "fr-FR")).toBe("hier");
    expect(ago("2026-11-24T09:00:00Z", berlin, "de-DE")).toBe("vor 3 Std.");
  });
});

test("an office's clock", () => {
  const at = "2026-11-24T23:59:00Z";
  expect(localTime(sydney, at, "en-GB")).toBe("10:59");
  expect(localMinutes(sydney, at)).toBe(10 * 60 + 59);
  expect(localMinutes(london, "2026-11-24T00:00:00Z")).toBe(0);
  expect(dayShift(sydney, london, at)).toBe(1);
  expect(dayShift(vancouver, london, "2026-11-24T03:00:00Z")).toBe(-1);
  expect(dayShift(vancouver, london, at)).toBe(0);
});
