import type { CaseEvents } from "./cases.ts";
import type { ChannelEvents } from "./channels.ts";
import type { CompanyEvents } from "./company.ts";
import type { RuleEvents } from "./companyRules.ts";
import type { NoticeEvents } from "./notices.ts";
import type { OfficeEvents } from "./offices.ts";
import type { PeopleEvents } from "./people.ts";
import type { PostEvents } from "./posts.ts";
import type { ThreadEvents } from "./threads.ts";

/** Every fact that the server tells, by its name: type → data. Data is the new state, never a difference. */
export interface ServerEvents
  extends
    CompanyEvents,
    PeopleEvents,
    OfficeEvents,
    ChannelEvents,
    PostEvents,
    ThreadEvents,
    CaseEvents,
    RuleEvents,
    NoticeEvents {}

export type EventType = keyof ServerEvents;

/**
 * A place in the change stream: its resume token, hexadecimal, which sorts in commit order and is the same on every
 * server node.
 */
export type Cursor = string;

export type LiveEvent = {
  [Type in EventType]: { type: Type; data: ServerEvents[Type]; cursor: Cursor };
}[EventType];

/** What one tick brought for one set of rooms: the stream stood at `from` before it, at `to` after. */
export interface Frame {
  from: Cursor;
  to: Cursor;
  events: LiveEvent[];
}

/** What travels from server to client over Socket.IO. Nothing travels the other way but the handshake. */
export interface LiveMessages {
  /** Connected, everything missed has been sent; live from `position` on. */
  "live:ready": (message: { position: Cursor }) => void;
  /** What was missed is out of reach: fetch everything again; live from `position` on. */
  "live:resync": (message: { position: Cursor }) => void;
  events: (frame: Frame) => void;
}
