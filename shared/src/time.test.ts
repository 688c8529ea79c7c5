import { describe, expect, it } from "vitest";
import { isZone, nextChange, officeState, startOfDay, wallClock, workedSince } from "./time.ts";

const hours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" };
const office = (zone: string, holidays: string[] = []) => ({ zone, workingHours: hours, holidays });
const at = (iso: string) => new Date(iso);

describe("an office's day", () => {
  it("keeps its wall clock through daylight saving in three calendars", () => {
    // 09:00 in London is 09:00 UTC in winter and 08:00 in summer; Sydney's summer is London's winter
    expect(officeState(office("Europe/London"), at("2026-01-12T09:00:00Z"))).toBe("working");
    expect(officeState(office("Europe/London"), at("2026-07-13T08:00:00Z"))).toBe("working");
    expect(officeState(office("Europe/London"), at("2026-01-12T08:59:00Z"))).toBe("before");
    expect(wallClock("Australia/Sydney", at("2026-01-12T00:00:00Z")).time).toBe("11:00");
    expect(wallClock("Australia/Sydney", at("2026-07-13T00:00:00Z")).time).toBe("10:00");
    // two weeks in March, New York is an hour nearer to London
    expect(wallClock("America/New_York", at("2026-03-16T12:00:00Z")).time).toBe("08:00");
    expect(wallClock("America/New_York", at("2026-03-02T12:00:00Z")).time).toBe("07:00");
  });

  it("has weekends and holidays by its own date, not by the reader's", () => {
    // Sunday evening in London is Monday morning in Sydney
    const moment = at("2026-11-22T22:30:00Z");
    expect(officeState(office("Europe/London"), moment)).toBe("weekend");
    expect(officeState(office("Australia/Sydney"), moment)).toBe("working");
    expect(officeState(office("Australia/Sydney", ["2026-11-23"]), moment)).toBe("holiday");
  });

  it("ends when its hours end", () => {
    expect(officeState(office("Europe/Berlin"), at("2026-11-23T16:59:00Z"))).toBe("working");
    expect(officeState(office("Europe/Berlin"), at("2026-11-23T17:00:00Z"))).toBe("after");
  });

  it("never shares an hour between London and Sydney, the whole year round", () => {
    for (let moment = Date.UTC(2026, 0, 1); moment < Date.UTC(2027, 0, 1); moment += 3_600_000) {
      const states = ["Europe/London", "Australia/Sydney"].map((zone) =>
        officeState(office(zone), new Date(moment)),
      );
      expect(states).not.toEqual(["working", "working"]);
    }
  });
});

describe("work over the zones", () => {
  const offices = ["Europe/London", "Australia/Sydney"].map((zone) => office(zone));
  it.each([
    // London in winter works 9–18 UTC, Sydney in summer 22–7 UTC
    ["2026-11-25T12:00:00Z", 2, "2026-11-25T10:00:00.000Z"],
    ["2026-11-25T10:00:00Z", 2, "2026-11-25T06:00:00.000Z"],
    // nobody works from Friday 18 UTC to Sunday 22 UTC
    ["2026-11-22T22:30:00Z", 1, "2026-11-20T17:30:00.000Z"],
  ])("until %s, %i hours began at %s", (until, hours, began) => {
    expect(workedSince(offices, at(until), hours).toISOString()).toBe(began);
  });

  it("that never comes is waited for a month, not for ever", () => {
    expect(workedSince([], at("2026-03-31T00:00:00Z"), 1).toISOString()).toBe("2026-02-28T00:00:00.000Z");
    const closed = { ...office("Europe/London"), workingHours: { days: [], from: "09:00", to: "18:00" } };
    expect(nextChange(closed, at("2026-03-01T00:00:00Z"))).toEqual({ working: false, at: null });
  });

  it("begins an hour earlier in UTC after clocks went forward", () => {
    const monday = { working: false, at: at("2026-03-30T08:00:00Z") };
    expect(nextChange(office("Europe/London"), at("2026-03-27T20:10:00Z"))).toEqual(monday);
  });
});

describe("a zone", () => {
  it("is one that the runtime knows", () => {
    for (const zone of ["Europe/Paris", "America/Argentina/Buenos_Aires", "UTC"])
      expect([zone, isZone(zone)]).toEqual([zone, true]);
    for (const zone of ["", "Europe", "Mars/Base", "+02:00", "../etc", "Europe/Paris "]) {
      expect([zone, isZone(zone)]).toEqual([zone, false]);
    }
  });
});

describe("startOfDay", () => {
  it.each([
    ["Europe/London", "2026-11-29", "2026-11-29T00:00:00.000Z"],
    ["Australia/Sydney", "2026-11-29", "2026-11-28T13:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-11-29", "2026-11-28T10:00:00.000Z"],
    ["Etc/GMT+12", "2026-11-29", "2026-11-29T12:00:00.000Z"],
    // clocks change later on that day, and the next one begins an hour sooner or later
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z"],
    ["Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00.000Z"],
    // no midnight: clocks go from 23:59 to 01:00
    ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00.000Z"],
  ])("%s, %s", (zone, date, begins) => {
    expect(startOfDay(zone, date).toISOString()).toBe(begins);
  });
});
