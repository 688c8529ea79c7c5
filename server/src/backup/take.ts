import { AppError } from "@meridian/shared/errors";
import mongoose from "mongoose";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { clusterTime } from "../database/history.ts";
import { type Contents, sealed } from "./file.ts";
import { isPassing, restoring } from "./names.ts";
import type { Progress } from "./progress.ts";

/**
 * Writes the whole database as it was at one moment into a file, while it is in use: everything that was acknowledged before the
 * call is in it. The file has its name once it is whole; one of that name is replaced then.
 */
export async function takeBackup(file: string, progress: Progress = () => {}): Promise<Contents> {
  const session = mongoose.connection.getClient().startSession({ snapshot: true });
  const unfinished = `${file}.part`;
  try {
    const contents = await look(session);
    await pipeline(
      Readable.from(sealed(contents, records(contents, session, progress)), { objectMode: false }),
      createGzip({ level: 6 }),
      // it holds everybody's password hashes and private posts
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, file);
    return contents;
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.codeName !== "SnapshotTooOld")
      throw error;
    throw new AppError(
      "unavailable",
      "The backup took longer than the database keeps its past. Set minSnapshotHistoryWindowInSeconds of every mongod higher.",
    );
  } finally {
    await session.endSession();
    await rm(unfinished, { force: true });
  }
}

/** The connection's own level would be asked for else, which knows no moment. */
const snapshot = (collection: string) =>
  mongoose.connection.db!.collection(collection, { readConcern: { level: "snapshot" } });

/** Chooses the moment, and counts what is there at it. */
async function look(session: mongoose.ClientSession): Promise<Contents> {
  const db = mongoose.connection.db!;
  const now = await clusterTime();
  // Left to itself the session takes the last moment that a majority is known to have, which may be before what this ping
  // has seen. Given one, the database waits for it. The driver declares the field internal.
  (session as unknown as { snapshotTime: mongoose.mongo.Timestamp }).snapshotTime = now;
  const names = (await db.listCollections({ type: "collection" }, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith("system.") && !name.startsWith(restoring) && !isPassing(name));
  const collections: Contents["collections"] = [];
  for (const name of names.toSorted()) {
    collections.push({ name, count: await snapshot(name).countDocuments({}, { session }) });
  }
  const { t, i } = now;
  return { format: "meridian-backup-1", takenAt: new Date(), clusterTime: { t, i }, collections };
}

async function* records(
  { collections }: Contents,
  session: mongoose.ClientSession,
  progress: Progress,
): AsyncIterable<Buffer> {
  const total = collections.reduce((sum, { count }) => sum + count, 0);
  let done = 0;
  for (const { name, count } of collections) {
    const cursor = snapshot(name).find({}, { session, raw: true, batchSize: 1_000 });
    const before = done;
    for await (const record of cursor) {
      done += 1;
      progress(done, total);
      yield record as unknown as Buffer;
    }
    if (done - before !== count)
      throw new Error(`${name} has ${count} records, but ${done - before} were read.`);
  }
}
