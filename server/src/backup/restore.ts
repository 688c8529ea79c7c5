import { AppError } from "@meridian/shared/errors";
import mongoose from "mongoose";
import { audit } from "../audit/audit.ts";
import { prepareCollections, transaction } from "../database/connect.ts";
import { beginHistory } from "../database/history.ts";
import { type Contents, readBackup } from "./file.ts";
import { isPassing, restoring } from "./names.ts";
import type { Progress } from "./progress.ts";

const batch = { records: 1_000, bytes: 8 * 1024 * 1024 };

/** Reads a backup to its end and believes nothing of it before. Throws AppError. */
export async function checkBackup(file: string, progress: Progress = () => {}): Promise<Contents> {
  let contents: Contents | undefined;
  let done = 0;
  const begin = (read: Contents) => void (contents = read);
  await readBackup(file, begin, () => progress((done += 1), totalOf(contents!)));
  return contents!;
}

/**
 * Puts a backup in the place of what the database holds. It is written beside that first, and takes its place when every record
 * of it is there: whatever goes wrong before leaves the database as it was.
 * @throws AppError when the file is damaged, a server is running, or there is something to lose and nobody said `replace`
 */
export async function restoreBackup(
  file: string,
  { replace }: { replace: boolean },
  progress: Progress = () => {},
): Promise<void> {
  await refuseRunning();
  if (!replace) await refuseFull();
  await dropAll((name) => name.startsWith(restoring));
  const contents = await writeBeside(file, progress);
  await takePlace(contents);
  await prepareCollections();
  await transaction((session) =>
    audit(session, {
      by: "operator",
      action: "backup:restored",
      after: { takenAt: contents.takenAt.toISOString() },
    }),
  );
  await beginHistory();
}

const db = () => mongoose.connection.db!;
export const totalOf = ({ collections }: Contents) => collections.reduce((sum, { count }) => sum + count, 0);

/** A server would tell everybody of every record that is put back, and write into what is being replaced. */
async function refuseRunning(): Promise<void> {
  if (
    await db()
      .collection("presence")
      .findOne({ expiresAt: { $gt: new Date() } })
  ) {
    throw new AppError(
      "conflict",
      "A server is running on this database, or was killed within the last 15 seconds. Stop all of them first.",
    );
  }
}

async function refuseFull(): Promise<void> {
  for (const name of await collections()) {
    if (isPassing(name) || name.startsWith(restoring)) continue;
    if (
      await db()
        .collection(name)
        .findOne({}, { projection: { _id: 1 } })
    ) {
      throw new AppError(
        "conflict",
        "The database is not empty. --replace puts the backup in the place of what is there now; take a backup of that first.",
      );
    }
  }
}

async function collections(): Promise<string[]> {
  const found = await db().listCollections({ type: "collection" }, { nameOnly: true }).toArray();
  return found.map(({ name }) => name).filter((name) => !name.startsWith("system."));
}

async function dropAll(which: (name: string) => boolean): Promise<void> {
  for (const name of (await collections()).filter(which)) await db().dropCollection(name);
}

async function writeBeside(file: string, progress: Progress): Promise<Contents> {
  let contents: Contents | undefined;
  let done = 0;
  let waiting: { name: string; records: mongoose.mongo.Document[]; bytes: number } | undefined;
  const write = async () => {
    if (waiting)
      await db()
        .collection(restoring + waiting.name)
        .insertMany(waiting.records);
    waiting = undefined;
  };
  const begin = (read: Contents) => void (contents = read);
  await readBackup(file, begin, async (name, record) => {
    if (
      waiting &&
      (waiting.name !== name || waiting.records.length >= batch.records || waiting.bytes > batch.bytes)
    )
      await write();
    waiting ??= { name, records: [], bytes: 0 };
    // numbers stay of the kind that they were
    waiting.records.push(mongoose.mongo.BSON.deserialize(record, { promoteValues: false, bsonRegExp: true }));
    waiting.bytes += record.length;
    progress((done += 1), totalOf(contents!));
  });
  await write();
  for (const { name, count } of contents!.collections) {
    const written = await db()
      .collection(restoring + name)
      .countDocuments();
    if (written !== count)
      throw new Error(`${name} should have ${count} records, but ${written} were written.`);
  }
  return contents!;
}

/** Each collection is exchanged at once; one that the backup doesn't have goes. */
async function takePlace(contents: Contents): Promise<void> {
  const filled = new Set(contents.collections.filter(({ count }) => count > 0).map(({ name }) => name));
  for (const name of filled) await db().renameCollection(restoring + name, name, { dropTarget: true });
  await dropAll((name) => !filled.has(name));
}
