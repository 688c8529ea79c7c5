import type { LiveEvent } from "@meridian/shared/events";
import type { Room } from "./rooms.ts";

/** Events that go to the same rooms together. */
export interface Held {
  to: Room[];
  except: Room[];
  events: LiveEvent[];
}

/** Milliseconds from one sending to the next. A busy moment has fewer and larger frames: each costs every reader a read. */
const tick = { quiet: 15, busy: 40 };
/** A tick that brought so many events was a busy one. */
const busyFrom = 4;

/** What a tick brings leaves together; a quiet moment waits for nothing. */
export class Frames {
  #held = new Map<string, Held>();
  #brought = 0;
  #lastSent = 0;
  #wait = tick.quiet;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly send: (held: Iterable<Held>) => void) {}

  add(event: LiveEvent, to: Room[], except: Room[]): void {
    const key = `${to.join(",")}|${except.join(",")}`;
    const held = this.#held.get(key);
    if (held) held.events.push(event);
    else this.#held.set(key, { to, except, events: [event] });
    this.#brought += 1;
    if (this.#timer) return;
    const wait = this.#wait - (performance.now() - this.#lastSent);
    if (wait <= 0) this.flush();
    else this.#timer = setTimeout(() => this.flush(), wait);
  }

  /** Sends what is held now. */
  flush(): void {
    const held = this.#held;
    this.#wait = this.#brought < busyFrom ? tick.quiet : tick.busy;
    this.#lastSent = performance.now();
    this.clear();
    if (held.size > 0) this.send(held.values());
  }

  /** Nobody hears what is held. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#held = new Map();
    this.#brought = 0;
  }
}
