import type { Frame } from "@meridian/shared/events";
import type { Namespace } from "socket.io";
import type { Held } from "./frames.ts";
import { wireOf } from "./waiting.ts";

/**
 * Tells a frame to everybody in one of `to` who is in none of `except`; answers how many they are. Who has taken all that was sent
 * before gets the bytes themselves: the way through Socket.IO and Engine.IO costs more than it brings. The others get it from
 * Socket.IO, which keeps what waits in order.
 */
export function broadcast(namespace: Namespace, { to, except }: Omit<Held, "events">, frame: Frame): number {
  const ids = receivers(namespace.adapter.rooms, to, except);
  if (ids.size === 0) return 0;
  const message = textMessage(`${packet}${JSON.stringify(["events", frame])}`);
  const waiting: string[] = [];
  for (const id of ids) if (!written(namespace.sockets.get(id), message)) waiting.push(id);
  if (waiting.length > 0) namespace.to(waiting).emit("events", frame);
  return ids.size;
}

/** A message of Engine.IO (protocol 4) that is an event of Socket.IO (protocol 5). */
const packet = "42";

function receivers(
  members: ReadonlyMap<string, ReadonlySet<string>>,
  to: string[],
  except: string[],
): ReadonlySet<string> {
  const [only] = to;
  // told at every post, so the usual case copies nothing
  if (to.length === 1 && except.length === 0) return members.get(only!) ?? new Set();
  const heard = new Set(to.flatMap((room) => [...(members.get(room) ?? [])]));
  for (const room of except) for (const id of members.get(room) ?? []) heard.delete(id);
  return heard;
}

/** Whether it could be written at once: nothing that was sent before waits on any layer. */
function written(socket: { conn: unknown } | undefined, message: Buffer): boolean {
  if (!socket) return false;
  const { writeBuffer, transport } = wireOf(socket);
  const connection = transport.socket?._socket;
  if (!connection || connection.writableLength > 0) return false;
  if (!transport.writable || writeBuffer.length > 0) return false;
  connection.write(message);
  return true;
}

/** A text as one WebSocket frame from a server: final, unmasked, uncompressed (RFC 6455, 5.2). */
function textMessage(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const message = Buffer.allocUnsafe(start + length);
  message[0] = 0x81;
  message[1] = start === 2 ? length : start === 4 ? 126 : 127;
  if (start === 4) message.writeUInt16BE(length, 2);
  if (start === 10) message.writeBigUInt64BE(BigInt(length), 2);
  message.write(text, start);
  return message;
}
