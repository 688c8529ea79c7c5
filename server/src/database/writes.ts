import type { ClientSession, Schema } from "mongoose";

const watchers = new Set<(collection: string) => void>();
const inTransaction = new WeakMap<ClientSession, Set<string>>();

/**
 * Calls `watcher` after this node has changed or deleted records through their model, for a transaction once it is committed.
 * What is new was not known before: inserts say nothing.
 */
export function watchWrites(watcher: (collection: string) => void): void {
  watchers.add(watcher);
}

const tell = (collection: string) => watchers.forEach((watcher) => watcher(collection));

function note(collection: string, session: ClientSession | null | undefined): void {
  if (!session?.inTransaction()) return tell(collection);
  const noted = inTransaction.get(session);
  if (noted) noted.add(collection);
  else inTransaction.set(session, new Set([collection]));
}

/** Says what a transaction wrote, now that others can read it. */
export function tellCommitted(session: ClientSession): void {
  inTransaction.get(session)?.forEach(tell);
  inTransaction.delete(session);
}

/** What changes or deletes records through their model. */
export const changingQueries = [
  "updateOne",
  "updateMany",
  "replaceOne",
  "findOneAndUpdate",
  "findOneAndReplace",
  "findOneAndDelete",
  "deleteOne",
  "deleteMany",
] as const;

/** A plugin of every schema, so that no change can be forgotten. */
export function noticeWrites(schema: Schema): void {
  schema.post([...changingQueries], { query: true, document: false }, function () {
    note(this.model.collection.collectionName, this.getOptions().session);
  });
}
