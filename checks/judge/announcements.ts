import type { ChangeStreamInsertDocument, ChangeStreamUpdateDocument, Db } from "mongodb";
import type { Entry } from "../clients/ledger.ts";

type Change = ChangeStreamInsertDocument | ChangeStreamUpdateDocument;

/** What happens to posts, from the database itself, in commit order. */
export class Changes {
  readonly #places: string[] = [];
  readonly #stream;
  readonly #work: Promise<void>;

  constructor(database: Db) {
    this.#stream = database.collection("posts").watch<Document, Change>();
    // ends when it is closed; had it ended before, readers would have been told what nobody changed
    this.#work = this.#follow().catch(() => {});
  }

  /** Where it stands: what comes from now on is behind it. */
  get position(): string {
    return this.#places.at(-1) ?? "";
  }

  async #follow(): Promise<void> {
    for await (const { _id } of this.#stream) this.#places.push((_id as { _data: string })._data);
  }

  async close(): Promise<void> {
    await this.#stream.close();
    await this.#work;
  }

  /** Compares what came after `from` with what these readers were told, who were there all the time. */
  judge(entries: Entry[], readers: string[], from: string) {
    const changes = new Set(this.#places.filter((place) => place > from));
    let silent = 0;
    let repeated = 0;
    let invented = 0;
    for (const name of readers) {
      const told = entries.flatMap((entry) =>
        entry.kind === "received" && entry.reader === name && entry.cursor > from ? entry.cursor : [],
      );
      const places = new Set(told);
      repeated += told.length - places.size;
      silent += [...changes].filter((place) => !places.has(place)).length;
      invented += [...places].filter((place) => !changes.has(place)).length;
    }
    return {
      changes: changes.size,
      faults: {
        "changes that a reader wasn't told": silent,
        "changes that a reader was told twice": repeated,
        "announcements without a change": invented,
      },
    };
  }
}
