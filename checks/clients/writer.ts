import { setTimeout as sleep } from "node:timers/promises";
import type { Colleague } from "../../e2e/company.ts";
import type { Ledger } from "./ledger.ts";

export interface WriterOptions {
  name: string;
  who: Colleague;
  channelId: string;
  /** Addresses of the nodes: where one doesn't answer, the next is asked. */
  urls: string[];
  ledger: Ledger;
  /** Milliseconds between two posts; 0: at once. */
  pause?: number;
  /** What stands in each post after its key. */
  text?: string;
}

/** Somebody who writes, and sends each post again with its key until it is acknowledged, as the client's outbox does. */
export class Writer {
  #stopped = false;
  #turn: number;
  #work: Promise<void>;
  acked = 0;
  /** When each acknowledgement came. */
  readonly ackedAt: number[] = [];
  readonly refusals = new Map<number, number>();

  constructor(private readonly options: WriterOptions) {
    this.#turn = options.name.length;
    this.#work = this.#write();
  }

  /** What was begun is sent until it is acknowledged. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }

  async #write(): Promise<void> {
    for (let n = 1; !this.#stopped; n += 1) {
      await this.#post(`${this.options.name}-${String(n).padStart(6, "0")}`);
      if (this.options.pause) await sleep(this.options.pause);
    }
  }

  async #post(key: string): Promise<void> {
    const { ledger, urls } = this.options;
    ledger.write({ kind: "sent", key });
    for (let tries = 1; ; tries += 1) {
      const answer = await this.#send(urls[this.#turn % urls.length]!, key);
      if (answer?.id) {
        this.acked += 1;
        this.ackedAt.push(Date.now());
        ledger.write({ kind: "acked", key, id: answer.id, tries });
        return;
      }
      if (answer) {
        this.refusals.set(answer.status, (this.refusals.get(answer.status) ?? 0) + 1);
        if (answer.status !== 503) ledger.write({ kind: "refused", key, status: answer.status });
      }
      this.#turn += 1;
      await sleep(100 + Math.random() * 200);
    }
  }

  async #send(url: string, key: string): Promise<{ status: number; id?: string } | undefined> {
    const { channelId, who, text = "" } = this.options;
    try {
      const response = await fetch(`${url}/api/posts`, {
        method: "POST",
        headers: { Authorization: `Bearer ${who.token}`, "Content-Type": "application/json" },
        body: JSON.stringify({ key, channelIds: [channelId], body: `Written once: ${key} ${text}`.trim() }),
        signal: AbortSignal.timeout(10_000),
      });
      const answer = (await response.json()) as { id?: string };
      return { status: response.status, ...(response.ok && { id: answer.id! }) };
    } catch {
      return undefined;
    }
  }
}
