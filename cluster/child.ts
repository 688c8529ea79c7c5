import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

export interface Recipe {
  name: string;
  command: string;
  args: string[];
  env?: NodeJS.ProcessEnv;
  /** Where what it prints is kept. */
  log: string;
}

/** A program that is started, perhaps more than once. */
export class Child {
  #process: ChildProcess | undefined;

  constructor(private readonly recipe: Recipe) {}

  get name(): string {
    return this.recipe.name;
  }

  get log(): string {
    return this.recipe.log;
  }

  get runs(): boolean {
    return this.#process?.exitCode === null && this.#process.signalCode === null;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** `detached`: in a process group of its own. */
  protected spawn(detached: boolean): ChildProcess {
    const { command, args, env, log } = this.recipe;
    const file = openSync(log, "a", 0o600);
    this.#process = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", file, file],
      detached,
    });
    closeSync(file);
    return this.#process;
  }

  protected signal(signal: NodeJS.Signals): void {
    if (this.runs) this.#process!.kill(signal);
  }
}
