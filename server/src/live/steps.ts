import type { EventType, ServerEvents } from "@meridian/shared/events";
import type { Room } from "./rooms.ts";

/** Tell an event to everybody in one of `to` who is in none of `except`. */
export type Tell = {
  [Type in EventType]: {
    step: "tell";
    type: Type;
    data: ServerEvents[Type];
    /** The record that this is the state of, "post:…": a later event about it replaces this one in a replay. */
    subject: string;
    to: Room[];
    except?: Room[];
  };
}[EventType];

/** What a committed change means for the sockets, in the order in which it has to happen. */
export type Step =
  | Tell
  /** What was told about a record may be told again to these rooms only. */
  | { step: "confine"; subject: string; to: Room[] }
  | { step: "join"; sockets: Room; room: Room }
  | { step: "leave"; sockets: Room; room: Room }
  /** Whoever these sockets belong to is in another office now. */
  | { step: "move"; sockets: Room; officeId: string }
  /** The sockets come back, or don't, with what they may then do. */
  | { step: "disconnect"; sockets: Room };

/** A change as the change stream brings it; `record` is the whole document after it, absent once deleted. */
export interface Change<Stored> {
  operation: "insert" | "update" | "delete";
  id: string;
  record: Stored | undefined;
  /** Top-level fields that an update touched. */
  touched: Set<string>;
}

export type Announce<Stored> = (change: Change<Stored>) => Promise<Step[]>;
