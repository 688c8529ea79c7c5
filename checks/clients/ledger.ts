import { createWriteStream, type WriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";

/** What a client did and heard, when it happened. */
export type Entry = { at: number } & (
  | { kind: "sent"; key: string }
  | { kind: "acked"; key: string; id: string; tries: number }
  /** An answer that nobody should get who does everything right. */
  | { kind: "refused"; key: string; status: number }
  | {
      kind: "received";
      reader: string;
      connection: number;
      type: string;
      id: string;
      rev: number;
      cursor: string;
    }
  /** The whole stream was read anew. */
  | { kind: "fetched"; reader: string; ids: string[] }
);
type Omitting<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** The history of a run, a line of JSON each, written down before anybody judges. */
export class Ledger {
  #file: WriteStream;

  constructor(private readonly path: string) {
    this.#file = createWriteStream(path);
  }

  static in(folder: string): Ledger {
    return new Ledger(join(folder, `ledger-${Date.now()}.jsonl`));
  }

  write(entry: Omitting<Entry, "at">): void {
    this.#file.write(`${JSON.stringify({ at: Date.now(), ...entry })}\n`);
  }

  /** Ends the history. */
  async read(): Promise<Entry[]> {
    this.#file.end();
    await once(this.#file, "finish");
    const lines = (await readFile(this.path, "utf8")).split("\n").filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Entry);
  }
}
