import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { Proxy } from "../cluster/proxy.ts";
import type { Screen, Step } from "./schedule.ts";

/** What a device can be asked for, and what it answers. */
export interface DeviceCalls {
  /** Forgets what it held and opens these screens. */
  open: (screens: Screen[]) => Promise<void>;
  act: (step: Step) => Promise<void>;
  /** The browser says that there is a network: it doesn't wait for its next try. */
  online: () => Promise<void>;
  /** Once it is connected and nothing is on its way, what differs from a fresh fetch; null while it isn't. */
  compare: () => Promise<string[] | null>;
}
export type DeviceAnswer = { turn: number; answer: unknown } | { turn: number; error: string };

/** The client's own code in a process of its own, behind a network of its own. */
export class Device {
  #process: ChildProcess;
  #turn = 0;
  #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();

  private constructor(
    readonly proxy: Proxy,
    { url, email }: { url: string; email: string },
  ) {
    this.#process = fork(join(import.meta.dirname, "device.ts"), [url, email], {
      execArgv: ["--import", "tsx"],
    });
    this.#process.on("message", (said: DeviceAnswer) => {
      const waiting = this.#waiting.get(said.turn);
      this.#waiting.delete(said.turn);
      if ("error" in said) waiting?.reject(new Error(said.error));
      else waiting?.resolve(said.answer);
    });
    this.#process.on("exit", (code) =>
      this.#waiting.forEach(({ reject }) => reject(new Error(`a device ended with ${code}`))),
    );
  }

  /** Somebody's device at one node. */
  static async at(host: string, email: string): Promise<Device> {
    const proxy = await Proxy.before(host);
    return new Device(proxy, { url: proxy.url, email });
  }

  readonly calls: DeviceCalls = {
    open: (screens) => this.#ask("open", screens),
    act: (step) => this.#ask("act", step),
    online: () => this.#ask("online"),
    compare: () => this.#ask("compare"),
  };

  #ask<T>(name: keyof DeviceCalls, input?: unknown): Promise<T> {
    const turn = (this.#turn += 1);
    this.#process.send({ turn, name, input });
    return new Promise((resolve, reject) => {
      this.#waiting.set(turn, { resolve: resolve as (answer: unknown) => void, reject });
    });
  }

  async close(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.proxy.close();
  }
}
