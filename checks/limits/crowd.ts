import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Colleague } from "../../e2e/company.ts";
import type { World } from "../cluster/world.ts";

export interface CrowdOrder {
  /** So many more sockets, in turn to these addresses and as these people. */
  come: number;
  urls: string[];
  tokens: string[];
  /** So many of the oldest leave. */
  go: number;
}

export interface CrowdState {
  /** Sockets that hear everything now. */
  live: number;
  /** When sockets became so, since the last report. */
  arrivals: number[];
}

/** Many people's sockets, in a process of their own, that come back as the client does. */
export class Crowd {
  live = 0;
  arrivals: number[] = [];
  readonly #process: ChildProcess;

  private constructor(private readonly people: Colleague[]) {
    this.#process = fork(join(import.meta.dirname, "crowdProcess.ts"), { execArgv: ["--import", "tsx"] });
    this.#process.on("message", ({ live, arrivals }: CrowdState) => {
      this.live = live;
      for (const at of arrivals) this.arrivals.push(at);
    });
  }

  static async of(world: World): Promise<Crowd> {
    const people: Colleague[] = [];
    for (const name of ["Cara Crowd", "Curt Crowd", "Cleo Crowd"])
      people.push(await world.company.hire(name, "Berlin"));
    world.keepSignedIn(...people);
    return new Crowd(people);
  }

  change(change: Partial<Pick<CrowdOrder, "come" | "go">>, urls: string[] = []): void {
    const tokens = this.people.map(({ token }) => token);
    this.#process.send({ come: 0, go: 0, urls, tokens, ...change } satisfies CrowdOrder);
  }

  /** How long it takes until so many are live, in milliseconds; Infinity after `longest`. */
  async untilLive(count: number, longest = 120_000): Promise<number> {
    const begun = Date.now();
    while (this.live < count) {
      if (Date.now() > begun + longest) return Infinity;
      await sleep(50);
    }
    return Date.now() - begun;
  }

  /** Once some of those that are live now aren't. */
  async untilLost(longest = 10_000): Promise<void> {
    const [before, begun] = [this.live, Date.now()];
    while (this.live >= before && Date.now() < begun + longest) await sleep(20);
  }

  /** The largest part of `count` that became live within one second, from a moment on. */
  rush(count: number, from: number): number {
    const times = this.arrivals.filter((at) => at >= from).toSorted((a, b) => a - b);
    let most = 0;
    for (let last = 0, first = 0; last < times.length; last += 1) {
      while (times[last]! - times[first]! >= 1_000) first += 1;
      most = Math.max(most, last - first + 1);
    }
    return most / count;
  }

  end(): void {
    this.#process.disconnect();
  }
}
