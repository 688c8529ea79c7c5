import { describe, expect, it } from "vitest";
import { isZone, officeState, wallClock } from "./time.ts";

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

describe("a zone", () => {
  it("is one that the runtime knows", () => {
    for (const zone of ["Europe/Paris", "America/Argentina/Buenos_Aires", "UTC"])
      expect([zone, isZone(zone)]).toEqual([zone, true]);
    for (const zone of ["", "Europe", "Mars/Base", "+02:00", "../etc", "Europe/Paris "]) {
      expect([zone, isZone(zone)]).toEqual([zone, false]);
    }
  });
});
