import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds: long enough to see what happens without it. */
const beforeStartingAgain = 10_000;
const longestEnd = 15_000;

export interface Recipe {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** Where what it prints is kept. */
  log: string;
}

/** Starts a program, and sees to it that it is stopped at the end. */
export type Run = (recipe: Recipe) => Program;

/** A program of the cluster. When it ends without being asked, it is started again, as a machine's init system would. */
export class Program {
  #child: ChildProcess | undefined;
  #stopping = false;
  #gone: Promise<void> = Promise.resolve();

  constructor(
    private readonly recipe: Recipe,
    private readonly say: (text: string) => void,
    /** Hears of every start, the first and those after an end. */
    private readonly started: () => void,
  ) {}

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
    const { name, command, args, env, log } = this.recipe;
    const file = openSync(log, "a", 0o600);
    // a group of its own: Ctrl-C reaches only us, who end everything in order
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", file, file],
      detached: true,
    });
    closeSync(file);
    this.#child = child;
    this.started();
    this.#gone = new Promise((resolve) => {
      child.once("error", (error) => {
        this.say(`${name} could not be started: ${error.message}`);
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
    const late = setTimeout(() => this.#signal("SIGKILL"), longestEnd);
    this.#signal("SIGTERM");
    // one that was stopped with SIGSTOP hears nothing else
    this.#signal("SIGCONT");
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

  #signal(signal: NodeJS.Signals): void {
    if (this.runs) this.#child!.kill(signal);
  }
}
