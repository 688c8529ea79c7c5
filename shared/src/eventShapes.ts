import * as z from "zod/mini";
import { CaseRow } from "./cases.ts";
import { Channel, Membership } from "./channels.ts";
import { Company } from "./company.ts";
import type { EventType, ServerEvents } from "./events.ts";
import { Rule } from "./companyRules.ts";
import { Notice } from "./notices.ts";
import { Office } from "./offices.ts";
import { Frozen, Person } from "./people.ts";
import { Post, PostTombstone } from "./posts.ts";
import { Id, Instant } from "./shape.ts";
import { Mark } from "./threads.ts";

/** The shape of every event's data, for the described interface; an event without one does not compile. */
export const eventShapes = {
  "post:created": Post,
  "post:changed": Post,
  "post:removed": PostTombstone,
  "channel:changed": Channel,
  "channel:gone": z.strictObject({ id: Id }),
  "membership:changed": Membership,
  "read:changed": z.strictObject({ channelId: z.nullable(Id), lastReadAt: Instant }),
  "mark:changed": Mark,
  "office:changed": Office,
  "company:changed": Company,
  "person:changed": Person,
  "me:changed": z.strictObject({ frozen: z.nullable(Frozen) }),
  "case:changed": CaseRow,
  "rule:changed": Rule,
  "notice:changed": Notice,
  "presence:changed": z.strictObject({ officeId: Id, online: z.array(Id) }),
} satisfies { [Type in EventType]: z.ZodMiniType<ServerEvents[Type]> };
