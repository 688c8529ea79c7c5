import mongoose, { type Model, Types } from "mongoose";

const queues: (() => number)[] = [];

/** How many callers wait for the next question to be asked. */
export const waitingTogether = (): number => queues.reduce((sum, waiting) => sum + waiting(), 0);

/**
 * Joins what is asked in one turn, and what is asked while one question is on its way into the next: under load many callers
 * share one round trip, alone nobody waits for anything. Every question begins after it was asked, so an answer is never from before.
 *
 * `ask` answers each of `wanted` in its place; an Error there refuses that one only.
 */
export function together<Wanted, Answer>(
  ask: (wanted: Wanted[]) => Promise<(Answer | Error)[]>,
  most = 500,
): (wanted: Wanted) => Promise<Answer> {
  interface Waiting {
    wanted: Wanted;
    resolve: (answer: Answer) => void;
    reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let underWay = false;
  queues.push(() => waiting.length);

  async function answerAll(): Promise<void> {
    underWay = true;
    // whoever asks in the same turn comes along
    await Promise.resolve();
    while (waiting.length > 0) {
      const now = waiting.splice(0, most);
      try {
        const answers = await ask(now.map(({ wanted }) => wanted));
        now.forEach(({ resolve, reject }, at) => {
          const answer = answers[at]!;
          if (answer instanceof Error) reject(answer);
          else resolve(answer);
        });
      } catch (error) {
        now.forEach(({ reject }) => reject(error));
      }
    }
    underWay = false;
  }

  return (wanted) =>
    new Promise((resolve, reject) => {
      waiting.push({ wanted, resolve, reject });
      if (!underWay) void answerAll();
    });
}

/** Looks records up by id, those of many callers in one query; null where there is none. */
export function byId<Stored extends { _id: Types.ObjectId }>(
  find: (ids: Types.ObjectId[]) => Promise<Stored[]>,
): (id: string) => Promise<Stored | null> {
  return together<string, Stored | null>(async (ids) => {
    const found = await find([...new Set(ids)].map((id) => new Types.ObjectId(id)));
    const byTheirId = new Map(found.map((record) => [String(record._id), record]));
    return ids.map((id) => byTheirId.get(id) ?? null);
  });
}

/**
 * Inserts that arrive while one is on its way go together in the next; each caller hears of their own. As durable as one by
 * one: the whole is acknowledged by a majority. The records are written as they are given.
 */
export function inserter<Stored extends object>(
  model: Pick<Model<Stored>, "collection">,
): (record: Stored) => Promise<void> {
  return together<Stored, void>(async (records) => {
    try {
      await model.collection.insertMany(records as never[], { ordered: false });
      return records.map(() => undefined);
    } catch (error) {
      if (!(error instanceof mongoose.mongo.MongoBulkWriteError)) throw error;
      // those that were written are known to a majority only if nothing was said against it
      if (error.result.getWriteConcernError()) throw error;
      const refused = new Map(
        [error.writeErrors]
          .flat()
          .map((one) => [one.index, Object.assign(new Error(one.errmsg), { code: one.code })]),
      );
      // the driver wraps a lost connection like this too: then nobody says what became of the rest
      if (error.insertedCount + refused.size !== records.length) throw error;
      return records.map((_, at) => refused.get(at));
    }
  });
}
