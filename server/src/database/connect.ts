import mongoose from "mongoose";
import { setTimeout as sleep } from "node:timers/promises";
import { clock } from "../clock.ts";
import { noticeWrites, tellCommitted } from "./writes.ts";

mongoose.set("strictQuery", "throw");
mongoose.set("autoIndex", false);
mongoose.plugin(noticeWrites);

/** Schema options of every model: what is not declared is refused, not dropped. */
export const strict = { strict: "throw", strictQuery: "throw", versionKey: false } as const;

/**
 * Connects, makes the indexes that queries rely on, and sets the clock by the database's.
 * Every write waits for a majority and its journal; an unreachable database is an error after four seconds,
 * and so is a command that is not answered within `longestSilence` milliseconds, unless that is 0.
 */
export async function connect(
  uri: string,
  dbName = databaseIn(uri) ?? "meridian",
  longestSilence = 20_000,
): Promise<void> {
  await mongoose.connect(uri, {
    dbName,
    w: "majority",
    journal: true,
    readConcernLevel: "majority",
    serverSelectionTimeoutMS: 4_000,
    socketTimeoutMS: longestSilence,
    // a primary that hangs is given up after these two together, and what waits for it is asked of the next one
    connectTimeoutMS: 3_000,
    heartbeatFrequencyMS: 2_000,
    maxPoolSize: 30,
  });
  await prepareCollections();
  await startDatabaseClock();
}

/** Every collection with its indexes. */
export async function prepareCollections(): Promise<void> {
  await Promise.all(mongoose.modelNames().map((name) => mongoose.model(name).createCollection()));
  await Promise.all(mongoose.modelNames().map(keepIndexes));
}

/**
 * Makes the indexes that the schema names, and those anew that are there in another form. All others stay: a server of another
 * version that runs beside this one relies on them.
 */
async function keepIndexes(name: string): Promise<void> {
  const model = mongoose.model(name);
  const { toDrop, toCreate } = await model.diffIndexes();
  if (toCreate.length === 0) return;
  const names = toCreate.map((keys: object) => Object.entries(keys).flat().join("_"));
  try {
    await model.cleanIndexes({ toDrop: toDrop.filter((other) => names.includes(other)) });
  } catch (error) {
    // another node of this version that starts now has dropped them
    if (!(error instanceof mongoose.mongo.MongoServerError) || error.codeName !== "IndexNotFound")
      throw error;
  }
  await model.createIndexes();
}

/** The database that an address names in its path, if it does. */
function databaseIn(uri: string): string | undefined {
  const name = /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^/?]+)/.exec(uri)?.[1];
  return name && decodeURIComponent(name);
}

export async function disconnect(): Promise<void> {
  await mongoose.disconnect();
}

/** How far the database's clock was ahead of this machine's when it was last looked at, milliseconds. */
let ahead = 0;

/**
 * Sets the clock by the database's where they have come apart by more than `tolerated` milliseconds and what the journey of the
 * answer, asked for at `asked`, leaves open.
 */
function followDatabaseClock(localTime: Date, asked: number, tolerated: number): void {
  const travelled = (performance.now() - asked) / 2;
  const apart = localTime.getTime() + travelled - Date.now() - ahead;
  if (Math.abs(apart) <= tolerated + travelled) return;
  ahead += apart;
  clock.correct(new Date(clock.millis() + apart));
}

async function startDatabaseClock(): Promise<void> {
  const asked = performance.now();
  const { localTime } = await mongoose.connection.db!.command({ hello: 1 });
  followDatabaseClock(localTime as Date, asked, 50);
}

/**
 * Whether a database primary answers now. Its time is followed: this machine's clock may have been set, and another primary
 * may have another.
 */
export async function primaryAnswers(): Promise<boolean> {
  if (mongoose.connection.readyState !== mongoose.ConnectionStates.connected) return false;
  try {
    const asked = performance.now();
    // one that was stopped leaves the question open for as long as a socket may be silent
    const answer = await Promise.race([mongoose.connection.db!.command({ hello: 1 }), sleep(1_500)]);
    if (answer?.["isWritablePrimary"] !== true) return false;
    followDatabaseClock(answer["localTime"] as Date, asked, 500);
    return true;
  } catch {
    return false;
  }
}

/** Everything in `work` happens, or none of it: pass the session on to each read and write. */
export function transaction<T>(work: (session: mongoose.ClientSession) => Promise<T>): Promise<T> {
  return mongoose.connection.withSession(async (session) => {
    const done = await session.withTransaction(() => work(session), {
      readConcern: { level: "snapshot" },
      writeConcern: { w: "majority", journal: true },
    });
    tellCommitted(session);
    return done;
  });
}

/** Whether a write was refused because a unique index holds that value already. */
export function isDuplicate(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === 11_000;
}

/** Whether an error says that no database answers now, and the same may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof mongoose.Error.MongooseServerSelectionError) return true;
  if (!(error instanceof mongoose.mongo.MongoError)) return false;
  return (
    error instanceof mongoose.mongo.MongoNetworkError ||
    error instanceof mongoose.mongo.MongoServerSelectionError ||
    error instanceof mongoose.mongo.MongoNotConnectedError ||
    error instanceof mongoose.mongo.MongoTopologyClosedError ||
    error instanceof mongoose.mongo.MongoClientClosedError ||
    // an insert of several wraps what went wrong on the way; what a server says has a code
    (error instanceof mongoose.mongo.MongoBulkWriteError && error.code === undefined) ||
    error.hasErrorLabel("RetryableWriteError") ||
    error.hasErrorLabel("TransientTransactionError")
  );
}
