import { WebSocket } from "ws";
import type { Heard, Order } from "./orders.ts";
import { monotonic, type Stamp, stampIn } from "./stamp.ts";

interface Frame {
  events: { type: string; data: { body?: string } }[];
}

const eventsStart = Buffer.from('42["events"');

/** Posts that one run may have at most. */
const postsMax = 100_000;

/** Connects sockets that count what reaches them. They speak Socket.IO's protocol with next to no work of their own. */
export async function listen({
  target,
  callers,
  sockets,
  unmeasured = 0,
}: Extract<Order, { kind: "listen" }>) {
  const url = `${target.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
  const latencies = new Latencies();
  // how often each socket heard each post; side by side what one frame tells all of them
  const counts = new Uint8Array(postsMax * sockets);
  let deliveries = 0;
  let lastAt = 0;
  const frames = new Frames();

  const open = Array.from({ length: sockets }, (_, at) => {
    // what is heard is counted; whether it is well-formed is for the tests to say
    const socket = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true });
    let heard = 0;
    const ready = new Promise<boolean>((resolve) => {
      socket.once("close", () => resolve(false));
      socket.once("error", () => resolve(false));
      socket.on("message", (message: Buffer) => {
        if (message.subarray(0, eventsStart.length).equals(eventsStart)) {
          const now = monotonic();
          const place = frames.placeOf(message, heard);
          heard = place + 1;
          for (const { number, due } of frames.stampsAt(place)) {
            counts[number * sockets + at]! += 1;
            deliveries += 1;
            lastAt = now;
            if (number >= unmeasured) latencies.add(now - due);
          }
          return;
        }
        const text = message.toString();
        if (text[0] === "0")
          socket.send(`40${JSON.stringify({ token: callers[at % callers.length]!.token ?? "" })}`);
        else if (text === "2") socket.send("3");
        else if (text.startsWith("40")) setTimeout(() => resolve(true), 200);
      });
    });
    return { socket, ready };
  });
  const connected = (await Promise.all(open.map(({ ready }) => ready))).filter(Boolean).length;

  return {
    connected,
    heard(expected: number): Heard {
      let lost = 0;
      let doubled = 0;
      for (const count of counts.subarray(0, expected * sockets)) {
        if (count === 0) lost += 1;
        else doubled += count - 1;
      }
      return { deliveries, lost, doubled, lastAt, latencies: latencies.sample() };
    },
    close: () => open.forEach(({ socket }) => socket.terminate()),
  };
}

/** The frames of a run. Sockets hear the same ones in the same order: whichever hears one first reads it for all. */
class Frames {
  #all: { bytes: Buffer; stamps: Stamp[] }[] = [];

  /** Where among all frames this one is, which a socket hears that has heard those before `from`. */
  placeOf(frame: Buffer, from: number): number {
    for (let place = from; place < this.#all.length; place += 1)
      if (frame.equals(this.#all[place]!.bytes)) return place;
    const [, { events }] = JSON.parse(frame.toString("utf8", 2)) as [string, Frame];
    const stamps = events.flatMap(({ type, data }) =>
      type === "post:created" && data.body ? (stampIn(data.body) ?? []) : [],
    );
    // a copy: a message is a piece of what was read from a socket
    return this.#all.push({ bytes: Buffer.from(frame), stamps }) - 1;
  }

  stampsAt(place: number): Stamp[] {
    return this.#all[place]!.stamps;
  }
}

/** Durations in milliseconds, kept without an object for each. */
class Latencies {
  #all = new Float64Array(1 << 20);
  #count = 0;

  add(millis: number): void {
    if (this.#count === this.#all.length) {
      const larger = new Float64Array(this.#all.length * 2);
      larger.set(this.#all);
      this.#all = larger;
    }
    this.#all[this.#count++] = millis;
  }

  /** Sorted, and thinned evenly to what a message between processes carries with ease: percentiles stay. */
  sample(): number[] {
    const sorted = this.#all.slice(0, this.#count).toSorted();
    const step = Math.max(1, Math.floor(sorted.length / 10_000));
    return Array.from(sorted.filter((_, at) => at % step === 0 || at === sorted.length - 1));
  }
}
