import type { Me } from "@meridian/shared/people";

declare const brand: unique symbol;
/** Who hears an event. Made here only, so that a raw string does not compile. */
export type Room = string & { readonly [brand]: true };

const room = (name: string) => name as Room;

export const rooms = {
  /** Everybody who is signed in: what happens in open channels. */
  company: room("company"),
  admins: room("admins"),
  auditors: room("auditors"),
  /** Members of a private channel. */
  channel: (id: string) => room(`channel:${id}`),
  /** Leads of an office. */
  leads: (officeId: string) => room(`leads:${officeId}`),
  person: (id: string) => room(`person:${id}`),
  session: (id: string) => room(`session:${id}`),
};

/** Which rooms someone belongs in. */
export const roomsOf = (me: Me): Room[] => [
  rooms.company,
  rooms.person(me.id),
  rooms.session(me.sessionId),
  ...(me.role === "admin" ? [rooms.admins] : []),
  ...(me.role === "auditor" ? [rooms.auditors] : []),
  ...me.leads.map(rooms.leads),
  ...me.privateChannelIds.map(rooms.channel),
];
