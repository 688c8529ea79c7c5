import { setTimeout as sleep } from "node:timers/promises";
import { Child, type Recipe } from "./child.ts";

/** Milliseconds: long enough to see what happens without it. */
const beforeStartingAgain = 10_000;
const longestEnd = 15_000;

/** Starts a program, and sees to it that it is stopped at the end. */
export type Run = (recipe: Recipe) => Program;

/** A program of the cluster. When it ends without being asked, it is started again, as a machine's init system would. */
export class Program extends Child {
  #stopping = false;
  #gone: Promise<void> = Promise.resolve();

  constructor(
    recipe: Recipe,
    private readonly say: (text: string) => void,
    /** Hears of every start, the first and those after an end. */
    private readonly started: () => void,
  ) {
    super(recipe);
  }

  start(): void {
    // a group of its own: Ctrl-C reaches only us, who end everything in order
    const child = this.spawn(true);
    this.started();
    this.#gone = new Promise((resolve) => {
      child.once("error", (error) => {
        this.say(`${this.name} could not be started: ${error.message}`);
        resolve();
      });
      child.once("close", (code, signal) => {
        resolve();
        if (!this.#stopping) void this.#startAgain(signal ?? `code ${code}`);
      });
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const late = setTimeout(() => this.signal("SIGKILL"), longestEnd);
    this.signal("SIGTERM");
    // one that was stopped with SIGSTOP hears nothing else
    this.signal("SIGCONT");
    await this.#gone;
    clearTimeout(late);
  }

  async #startAgain(how: string): Promise<void> {
    this.say(
      `${this.name} has ended (${how}); it is started again in ${beforeStartingAgain / 1_000} seconds`,
    );
    await sleep(beforeStartingAgain, undefined, { ref: false });
    if (this.#stopping) return;
    this.start();
    this.say(`${this.name} runs again, as ${this.pid}`);
  }
}
