import type { Socket } from "socket.io";

/** What may wait in a socket before it is cut: its cursor brings it back to where it was. */
const waitingMax = { packets: 256, bytes: 1_000_000 };

export interface Waiting {
  packets: number;
  bytes: number;
}

/** What a socket's reader has not taken yet. */
export function waitingIn(socket: Pick<Socket, "conn">): Waiting {
  // Engine.IO keeps what it has not sent yet in a field that it documents but declares private
  const { writeBuffer } = socket.conn as unknown as { writeBuffer: { data?: unknown }[] };
  return {
    packets: writeBuffer.length,
    bytes: writeBuffer.reduce((sum, { data }) => sum + (typeof data === "string" ? data.length : 0), 0),
  };
}

export const readsTooSlowly = ({ packets, bytes }: Waiting): boolean =>
  packets > waitingMax.packets || bytes > waitingMax.bytes;
