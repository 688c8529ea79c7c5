import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { CalendarDate, Id, line } from "./shape.ts";
import { isZone } from "./time.ts";

/** An IANA time zone that this runtime knows, "Europe/Paris". */
export const Zone = z.string().check(z.maxLength(64), z.refine(isZone, "is not a time zone we know"));

const WallTime = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 09:00"));

/** Local wall times; `days` are ISO weekdays, 1 is Monday. */
export const WorkingHours = z
  .strictObject({
    days: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.maxLength(7)),
    from: WallTime,
    to: WallTime,
  })
  .check(z.refine((hours) => hours.from < hours.to, { message: "must end after they start", path: ["to"] }));
export type WorkingHours = z.infer<typeof WorkingHours>;

export const Office = z.strictObject({
  id: Id,
  slug: z.string(),
  city: z.string(),
  zone: z.string(),
  workingHours: WorkingHours,
  holidays: z.array(CalendarDate),
  /** The regional channel that the office's people join by themselves. */
  channelId: Id,
  rev: z.int(),
});
export type Office = z.infer<typeof Office>;

export const NewOffice = z.strictObject({
  city: line(60),
  zone: Zone,
  workingHours: WorkingHours,
  holidays: z.array(CalendarDate).check(z.maxLength(100)),
});
export type NewOffice = z.infer<typeof NewOffice>;

export const EditOffice = z.strictObject({ id: Id, ...z.partial(NewOffice).shape });

export const officesApi = {
  list: endpoint("GET", "/offices", z.strictObject({}), z.strictObject({ offices: z.array(Office) })),
  create: endpoint("POST", "/offices", NewOffice, Office),
  edit: endpoint("PATCH", "/offices/:id", EditOffice, Office),
};

export interface OfficeEvents {
  "office:changed": Office;
}
