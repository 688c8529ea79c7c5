import type { LiveMessages } from "@meridian/shared/events";
import { io, type Socket } from "socket.io-client";
import { setTimeout as sleep } from "node:timers/promises";

/** A socket that notes what it hears, and when it was closed. */
export class Listener {
  readonly heard: string[] = [];
  closedAt = Infinity;
  /** Once it hears everything that is committed from then on. */
  readonly ready: Promise<void>;
  readonly #socket: Socket<LiveMessages>;

  constructor(url: string, token: string) {
    this.#socket = io(url, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: { token },
    });
    this.ready = new Promise((resolve, reject) => {
      this.#socket.once("live:resync", () => resolve());
      this.#socket.once("connect_error", reject);
    });
    this.#socket.on("disconnect", () => (this.closedAt = performance.now()));
    this.#socket.on("events", ({ events }) => {
      for (const { data } of events) if ("id" in data) this.heard.push(data.id);
    });
  }

  /** Milliseconds from `since` to its end; Infinity when it is still open after `longest`. */
  async closedAfter(since: number, longest: number): Promise<number> {
    while (this.closedAt === Infinity && performance.now() < since + longest) await sleep(5);
    return this.closedAt - since;
  }

  close(): void {
    this.#socket.close();
  }
}
