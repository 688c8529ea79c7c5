import type { Figures, Rota } from "@meridian/shared/desk";
import { AppError } from "@meridian/shared/errors";
import { canSeeDesk, type Me } from "@meridian/shared/people";
import { nextChange } from "@meridian/shared/time";
import type { Types } from "mongoose";
import { CaseModel } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { OfficeModel, type StoredOffice } from "../offices/model.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { briefOf, isSuspended } from "../people/present.ts";

/** An office's day as one moderator lives it: its hours and holidays, in their own zone if they have one. */
type Day = Pick<StoredOffice, "zone" | "workingHours" | "holidays">;

/** Who may judge cases, with their day: admins and leads, none of them suspended or gone. */
export async function moderators(): Promise<{ person: StoredPerson; day: Day }[]> {
  const [people, offices] = await Promise.all([
    PersonModel.find({
      leftAt: null,
      $or: [{ role: "admin" }, { role: "staff", "leads.0": { $exists: true } }],
    })
      .sort({ name: 1 })
      .lean<StoredPerson[]>(),
    OfficeModel.find().lean<StoredOffice[]>(),
  ]);
  const byId = new Map(offices.map((office) => [String(office._id), office]));
  return people.flatMap((person) => {
    const office = byId.get(String(person.officeId));
    if (!office || isSuspended(person)) return [];
    const { workingHours, holidays } = office;
    return [{ person, day: { zone: person.zone ?? office.zone, workingHours, holidays } }];
  });
}

/** Who is at work now and until when, and who comes next, the soonest first. */
export async function showRota(me: Me): Promise<Rota> {
  refuseOthers(me);
  const at = clock.now();
  // people of one office and zone share a day: it is looked at once
  const changes = new Map<string, ReturnType<typeof nextChange>>();
  const all = (await moderators()).map(({ person, day }) => {
    const key = JSON.stringify(day);
    const change = changes.get(key) ?? nextChange(day, at);
    changes.set(key, change);
    return { person: briefOf(person), working: change.working, change: change.at?.toISOString() ?? null };
  });
  const next = all.filter(({ working }) => !working);
  return {
    now: all.flatMap(({ person, working, change }) => (working && change ? [{ person, until: change }] : [])),
    next: next
      .flatMap(({ person, change }) => (change ? [{ person, from: change }] : []))
      .toSorted((a, b) => a.from.localeCompare(b.from)),
  };
}

const figureDays = 30;

/** How long cases of the last month waited until a moderator first looked at them, by office. */
export async function showFigures(me: Me): Promise<Figures> {
  refuseOthers(me);
  const since = new Date(clock.millis() - figureDays * 86_400_000);
  const cases = await CaseModel.find({ openedAt: { $gte: since }, source: { $ne: "moderator" } })
    .select("officeId openedAt firstLookAt state")
    .lean<Glance[]>();
  const byOffice = new Map<string, Glance[]>();
  for (const one of cases) {
    const key = String(one.officeId);
    const its = byOffice.get(key);
    if (its) its.push(one);
    else byOffice.set(key, [one]);
  }
  const offices = [...byOffice].map(([officeId, its]) => {
    const minutes = its
      .flatMap(({ openedAt, firstLookAt }) =>
        firstLookAt ? [(firstLookAt.getTime() - openedAt.getTime()) / 60_000] : [],
      )
      .toSorted((a, b) => a - b);
    const waiting = its.filter(({ firstLookAt, state }) => !firstLookAt && state === "open").length;
    return {
      officeId,
      cases: its.length,
      waiting,
      medianMinutes: quantile(minutes, 0.5),
      p90Minutes: quantile(minutes, 0.9),
    };
  });
  return { offices };
}

interface Glance {
  officeId: Types.ObjectId;
  openedAt: Date;
  firstLookAt: Date | null;
  state: string;
}

/** The smallest value that so many of them do not exceed; null of nothing. */
const quantile = (sorted: number[], part: number): number | null =>
  sorted.length === 0 ? null : Math.round(sorted[Math.ceil(sorted.length * part) - 1]!);

function refuseOthers(me: Me): void {
  if (!canSeeDesk(me)) throw new AppError("forbidden", "Only moderators and auditors see the desk.");
}
