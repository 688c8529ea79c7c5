import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { PersonBrief } from "./people.ts";
import { Id, Instant, wholeNumber } from "./shape.ts";

export const DeskSettings = z.strictObject({
  /** A case that nobody decided in so many hours in which a moderator was at work is raised to all of them. */
  raiseAfterHours: z.int(),
  /** What happens to the first post with a link by somebody who came lately. */
  newcomerLinks: z.enum(["off", "flag", "hold"]),
  newcomerDays: z.int(),
});
export type DeskSettings = z.infer<typeof DeskSettings>;

export const EditDeskSettings = z.strictObject({
  raiseAfterHours: z.optional(wholeNumber(1, 200)),
  newcomerLinks: z.optional(z.enum(["off", "flag", "hold"])),
  newcomerDays: z.optional(wholeNumber(1, 365)),
});

/** Who looks after cases: at work now and until when; and who comes next, the soonest first. */
export const Rota = z.strictObject({
  now: z.array(z.strictObject({ person: PersonBrief, until: Instant })),
  next: z.array(z.strictObject({ person: PersonBrief, from: Instant })),
});
export type Rota = z.infer<typeof Rota>;

/** Of the cases opened in the last thirty days; minutes until a moderator first looked. */
export const Figures = z.strictObject({
  offices: z.array(
    z.strictObject({
      officeId: Id,
      cases: z.int(),
      /** Not looked at yet. */
      waiting: z.int(),
      medianMinutes: z.nullable(z.int()),
      p90Minutes: z.nullable(z.int()),
    }),
  ),
});
export type Figures = z.infer<typeof Figures>;

export const deskApi = {
  rota: endpoint("GET", "/moderation/rota", z.strictObject({}), Rota),
  figures: endpoint("GET", "/moderation/figures", z.strictObject({}), Figures),
  /** Read by whoever sees the desk, changed by admins. */
  settings: endpoint("GET", "/moderation/settings", z.strictObject({}), DeskSettings),
  editSettings: endpoint("PATCH", "/moderation/settings", EditDeskSettings, DeskSettings),
};
