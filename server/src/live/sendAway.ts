import { setTimeout as sleep } from "node:timers/promises";
import type { Socket } from "socket.io";

/** In milliseconds: a few sockets are gone at once, a company of a thousand comes back in a sixth of it each second. */
const pace = { perSocket: 20, longest: 6_000, between: 50 };

/**
 * Closes sockets one after the other, so that the nodes to which they go are not asked for everybody at once. To the client
 * it is a connection that broke, which it takes up again by itself; a goodbye would tell it that its session has ended.
 */
export async function sendAway(sockets: Pick<Socket, "conn">[]): Promise<void> {
  const steps = Math.ceil(Math.min(sockets.length * pace.perSocket, pace.longest) / pace.between);
  const place = (step: number) => Math.round((step * sockets.length) / steps);
  for (let step = 0; step < steps; step += 1) {
    for (const { conn } of sockets.slice(place(step), place(step + 1))) conn.close();
    await sleep(pace.between);
  }
}
