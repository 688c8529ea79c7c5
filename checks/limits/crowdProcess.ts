// A process of many sockets that listen and do next to nothing else, so that the work is the server's.
import { EventEmitter } from "node:events";
import type { Frame, LiveMessages } from "@meridian/shared/events";
import { io, type Socket } from "socket.io-client";
import type { CrowdOrder, CrowdState } from "./crowd.ts";

/** Socket.IO's packets, of which a frame is not read but for its place: it is the first thing in it. */
class QuickDecoder extends EventEmitter {
  add(text: string): void {
    const from = /^2\["events",\{"from":"(\w*)"/.exec(text.slice(0, 1_000))?.[1];
    const data: unknown = from
      ? ["events", { from, to: from, events: [] }]
      : JSON.parse(text.slice(1) || "{}");
    this.emit("decoded", { type: Number(text[0]), nsp: "/", data });
  }

  destroy(): void {
    this.removeAllListeners();
  }
}

class QuickEncoder {
  encode({ type, data }: { type: number; data?: unknown }): string[] {
    return [`${type}${data ? JSON.stringify(data) : ""}`];
  }
}

const live = new Set<Socket<LiveMessages>>();
const sockets: Socket<LiveMessages>[] = [];
let arrivals: number[] = [];

function come(url: string, token: string): void {
  let cursor: string | undefined;
  const socket: Socket<LiveMessages> = io(url, {
    transports: ["websocket"],
    forceNew: true,
    parser: { Decoder: QuickDecoder, Encoder: QuickEncoder },
    auth: (say: (handshake: object) => void) => say({ token, ...(cursor && { cursor }) }),
    // as client/src/lib/socket.ts
    reconnectionDelay: 600,
    reconnectionDelayMax: 15_000,
    randomizationFactor: 1,
    timeout: 10_000,
  });
  const arrive = ({ position }: { position: string }) => {
    cursor = position;
    live.add(socket);
    arrivals.push(Date.now());
  };
  socket.on("events", (frame: Frame) => (cursor = frame.from));
  socket.on("live:ready", arrive);
  socket.on("live:resync", arrive);
  const lose = () => {
    live.delete(socket);
    if (!socket.active) setTimeout(() => socket.connect(), 1_000 + Math.random() * 4_000);
  };
  socket.on("disconnect", lose);
  socket.on("connect_error", lose);
  sockets.push(socket);
}

process.on("message", (order: CrowdOrder) => {
  for (let at = 0; at < order.come; at += 1)
    come(order.urls[at % order.urls.length]!, order.tokens[at % order.tokens.length]!);
  for (const socket of sockets.splice(0, order.go)) {
    live.delete(socket);
    socket.removeAllListeners().disconnect();
  }
});
process.on("disconnect", () => process.exit(0));
setInterval(() => {
  process.send!({ live: live.size, arrivals } satisfies CrowdState);
  arrivals = [];
}, 100);
