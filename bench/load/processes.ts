import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Answer, Order } from "./orders.ts";

/** A process of its own that loads a server, so that the load's work isn't counted as the server's. */
export class Worker {
  #process: ChildProcess;

  constructor() {
    this.#process = fork(join(import.meta.dirname, "worker.ts"), {
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      serialization: "advanced",
    });
  }

  ask<Kind extends Answer["kind"]>(order: Order, kind: Kind): Promise<Extract<Answer, { kind: Kind }>> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`A process of the load ended before it was ${kind}.`));
      this.#process.once("exit", ended);
      this.#process.once("message", (answer: Answer) => {
        this.#process.off("exit", ended);
        resolve(answer as Extract<Answer, { kind: Kind }>);
      });
      this.#process.send(order);
    });
  }

  end(): void {
    this.#process.kill();
  }
}
