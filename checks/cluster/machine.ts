import type { ChildProcess } from "node:child_process";
import { Child, type Recipe } from "../../cluster/child.ts";

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

/** A program that bad things are done to on purpose. It comes back when it is told to, and not before. */
export class Machine extends Child {
  #gone: Promise<void> = Promise.resolve();
  /** How often it ended though nobody had asked. */
  crashes = 0;
  #asked = false;

  constructor(recipe: Recipe) {
    super(recipe);
    this.start();
  }

  start(): void {
    const child = this.spawn(false);
    this.#asked = false;
    running.add(child);
    this.#gone = new Promise((resolve) => {
      child.once("close", () => {
        running.delete(child);
        if (!this.#asked) this.crashes += 1;
        resolve();
      });
    });
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** As an operator would. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** It hangs: nothing ends, nothing answers. */
  halt(): void {
    this.signal("SIGSTOP");
  }

  resume(): void {
    this.signal("SIGCONT");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (!this.runs) return;
    this.#asked = true;
    this.signal(signal);
    this.resume();
    await this.#gone;
  }
}
