import { primaryAnswers } from "../database/connect.ts";

/** How often the primary is asked whether it is one. All in milliseconds. */
const beat = 1_000;
/** When no primary was heard for longer, a write would not be acknowledged in time. */
const primarySilence = 3_000;
/** A beat that comes so late says that the process answered nobody meanwhile. */
const tooLate = 2_000;

export interface Checks {
  /** A primary answered within the last seconds. */
  database: boolean;
  /** The change stream was heard within the last seconds. */
  changeStream: boolean;
  /** The process is not too busy to answer. */
  eventLoop: boolean;
  /** Nobody told the node to stop. */
  staying: boolean;
}

/**
 * Whether this node can keep its promise. The primary is asked at intervals, not whenever somebody wants to know: the answer
 * is there at once, whatever hangs, and being asked by many costs nothing.
 */
export class Readiness {
  #heardAt = -Infinity;
  #beatAt = performance.now();
  #late = false;
  #asking = false;
  #leaving = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly following: () => boolean) {}

  /** Resolves once the primary was asked for the first time. */
  async start(): Promise<void> {
    await this.#ask();
    this.#beatAt = performance.now();
    this.#timer = setInterval(() => this.#beat(), beat).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** The node was told to stop: nothing new should come to it. */
  leave(): void {
    this.#leaving = true;
  }

  get checks(): Checks {
    return {
      database: performance.now() - this.#heardAt < primarySilence,
      changeStream: this.following(),
      eventLoop: !this.#late,
      staying: !this.#leaving,
    };
  }

  get ready(): boolean {
    return Object.values(this.checks).every(Boolean);
  }

  #beat(): void {
    const now = performance.now();
    this.#late = now - this.#beatAt > beat + tooLate;
    this.#beatAt = now;
    if (!this.#asking) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    if (await primaryAnswers()) this.#heardAt = performance.now();
    this.#asking = false;
  }
}
