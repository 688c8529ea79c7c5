import type { Socket as NetSocket } from "node:net";

/** What may wait in a socket before it is cut: its cursor brings it back to where it was. */
const waitingMax = { packets: 256, bytes: 1_000_000 };

export interface Waiting {
  packets: number;
  bytes: number;
}

/** What the types of Engine.IO's connection, and of the ws WebSocket below it, leave out. */
interface Wire {
  /** What Engine.IO has not sent yet. */
  writeBuffer: { data?: unknown }[];
  transport: { writable: boolean; socket?: { _socket?: NetSocket | null } };
}

export const wireOf = (socket: { conn: unknown }): Wire => socket.conn as Wire;

/** What a socket's reader has not taken yet. */
export function waitingIn(socket: { conn: unknown }): Waiting {
  const { writeBuffer } = wireOf(socket);
  return {
    packets: writeBuffer.length,
    bytes: writeBuffer.reduce((sum, { data }) => sum + (typeof data === "string" ? data.length : 0), 0),
  };
}

export const readsTooSlowly = ({ packets, bytes }: Waiting): boolean =>
  packets > waitingMax.packets || bytes > waitingMax.bytes;
