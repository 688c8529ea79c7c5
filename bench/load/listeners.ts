import { WebSocket } from "ws";
import type { Heard, Order } from "./orders.ts";
import { monotonic, type Stamp, stampIn } from "./stamp.ts";

interface Frame {
  events: { type: string; data: { body?: string } }[];
}

/** Posts that one run may have at most. */
const postsMax = 200_000;

/** Connects sockets that count what reaches them. They speak Socket.IO's protocol with next to no work of their own. */
export async function listen({
  target,
  callers,
  sockets,
  unmeasured = 0,
}: Extract<Order, { kind: "listen" }>) {
  const url = `${target.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
  const latencies: number[] = [];
  let deliveries = 0;
  let lastAt = 0;
  // a frame is the same text for all sockets of a room: read once
  let lastText = "";
  let lastStamps: Stamp[] = [];
  const stampsIn = (text: string): Stamp[] => {
    if (text !== lastText) {
      const [, frame] = JSON.parse(text.slice(2)) as [string, Frame];
      lastText = text;
      lastStamps = frame.events.flatMap(({ type, data }) =>
        type === "post:created" && data.body ? (stampIn(data.body) ?? []) : [],
      );
    }
    return lastStamps;
  };

  const open = Array.from({ length: sockets }, (_, at) => {
    const counts = new Uint8Array(postsMax);
    const socket = new WebSocket(url, { perMessageDeflate: false });
    const ready = new Promise<boolean>((resolve) => {
      socket.once("close", () => resolve(false));
      socket.once("error", () => resolve(false));
      socket.on("message", (message: Buffer) => {
        const text = message.toString();
        if (text[0] === "0")
          socket.send(`40${JSON.stringify({ token: callers[at % callers.length]!.token ?? "" })}`);
        else if (text === "2") socket.send("3");
        else if (text.startsWith("40")) setTimeout(() => resolve(true), 200);
        else if (text.startsWith('42["events"')) {
          const now = monotonic();
          for (const { number, due } of stampsIn(text)) {
            counts[number]! += 1;
            deliveries += 1;
            lastAt = now;
            if (number >= unmeasured) latencies.push(now - due);
          }
        }
      });
    });
    return { socket, ready, counts };
  });
  const connected = (await Promise.all(open.map(({ ready }) => ready))).filter(Boolean).length;

  return {
    connected,
    heard(expected: number): Heard {
      let lost = 0;
      let doubled = 0;
      for (const { counts } of open) {
        for (let number = 0; number < expected; number += 1) {
          if (counts[number] === 0) lost += 1;
          else doubled += counts[number]! - 1;
        }
      }
      return { deliveries, lost, doubled, lastAt, latencies: sample(latencies) };
    },
    close: () => open.forEach(({ socket }) => socket.terminate()),
  };
}

/** Sorted, and thinned evenly to what a message between processes carries with ease: its percentiles stay. */
function sample(all: number[]): number[] {
  const sorted = Float64Array.from(all).toSorted();
  const step = Math.max(1, Math.floor(sorted.length / 10_000));
  return Array.from(sorted.filter((_, at) => at % step === 0 || at === sorted.length - 1));
}
