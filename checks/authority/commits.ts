import type { ChangeStreamInsertDocument, ChangeStreamUpdateDocument, Db, ObjectId } from "mongodb";
import { setTimeout as sleep } from "node:timers/promises";

type Commit = ChangeStreamInsertDocument | ChangeStreamUpdateDocument;

/** A commit: a record's id or a post's key, and a field that it touched unless it is an insert. */
export interface Told {
  record: string;
  field?: string;
}

const longestWait = 5_000;

/** What the database committed, in its order. */
export class Commits {
  /** Of what was told, the places in that order. */
  readonly #places = new Map<string, number[]>();
  readonly #stream;
  readonly #work: Promise<void>;
  #place = 0;

  constructor(database: Db) {
    const kinds = { operationType: { $in: ["insert", "update"] } };
    this.#stream = database.watch<Document, Commit>([{ $match: kinds }]);
    // ends when it is closed; had it ended before, a removal would never have been committed
    this.#work = this.#follow().catch(() => {});
  }

  async #follow(): Promise<void> {
    for await (const commit of this.#stream) {
      this.#place += 1;
      for (const told of namesOf(commit))
        this.#places.set(told, [...(this.#places.get(told) ?? []), this.#place]);
    }
  }

  /**
   * How many of these effects were committed before the removal, how many until it was acknowledged, when the record with
   * the key `mark` was written, and how many after that.
   */
  async around(removal: Told, mark: string, effects: Told[]) {
    const until = Date.now() + longestWait;
    const placeOf = (name: string) => this.#places.get(name)?.at(-1);
    while (placeOf(mark) === undefined && Date.now() < until) await sleep(5);
    const [removed, acked] = [placeOf(nameOfTold(removal)), placeOf(mark)];
    if (removed === undefined || acked === undefined) throw new Error("a removal was never committed");
    await sleep(30);
    const places = effects.flatMap((effect) => this.#places.get(nameOfTold(effect)) ?? []);
    const earlier = places.filter((place) => place < removed).length;
    const later = places.filter((place) => place > acked).length;
    return { earlier, meanwhile: places.length - earlier - later, later };
  }

  async close(): Promise<void> {
    await this.#stream.close();
    await this.#work;
  }
}

const nameOfTold = ({ record, field }: Told): string => (field ? `${record} ${field}` : record);

interface Inserted {
  key?: string;
  personId?: ObjectId;
  channelId?: ObjectId;
}

function namesOf(commit: Commit): string[] {
  const id = String(commit.documentKey._id);
  if (commit.operationType === "update")
    return Object.keys(commit.updateDescription.updatedFields ?? {}).map(
      (path) => `${id} ${path.split(".")[0]}`,
    );
  const { key, personId, channelId } = commit.fullDocument as Inserted;
  if (key) return [key];
  return personId && channelId ? [`${String(personId)} in ${String(channelId)}`] : [];
}
