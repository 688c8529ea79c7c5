import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import type { Recipe } from "../../cluster/program.ts";

const running = new Set<ChildProcess>();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));

/** A program that bad things are done to on purpose. It comes back when it is told to, and not before. */
export class Machine {
  #child: ChildProcess | undefined;
  #gone: Promise<void> = Promise.resolve();
  /** How often it ended though nobody had asked. */
  crashes = 0;
  #asked = false;

  constructor(private readonly recipe: Recipe) {
    this.start();
  }

  get name(): string {
    return this.recipe.name;
  }

  get log(): string {
    return this.recipe.log;
  }

  get runs(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  start(): void {
    const { command, args, env, log } = this.recipe;
    const file = openSync(log, "a", 0o600);
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", file, file] });
    this.#child = child;
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
    this.#child?.kill("SIGSTOP");
  }

  resume(): void {
    this.#child?.kill("SIGCONT");
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (!this.runs) return;
    this.#asked = true;
    this.#child!.kill(signal);
    this.resume();
    await this.#gone;
  }
}
