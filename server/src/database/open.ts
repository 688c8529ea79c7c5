import { realpath } from "node:fs/promises";
import type { Config } from "../config.ts";
import { AlreadyRunning, findMongod, startMongod } from "./embedded.ts";
import { findOrphan, uriOf } from "./replicaSet.ts";

/** A database to connect to. `close` stops what was started for it, and nothing else. */
export interface OpenDatabase {
  uri: string;
  close: () => Promise<void>;
}

type Where = Pick<Config, "mongodbUri" | "dataDir">;
type Report = (message: string) => void;

/**
 * The database in the settings, or a mongod of our own. While that one opens its files there is time for other work: `meanwhile` is
 * called then.
 * @throws AlreadyRunning when somebody else runs one on the data folder
 */
export async function openDatabase(
  { mongodbUri, dataDir }: Where,
  report: Report,
  meanwhile?: () => void,
): Promise<OpenDatabase> {
  if (mongodbUri) return { uri: mongodbUri, close: async () => {} };
  const { path } = await findMongod({ report });
  const mongod = await startMongod({ binary: path, dataDir, report, meanwhile });
  return { uri: mongod.uri, close: () => mongod.stop() };
}

/** The same, beside a server that may be running: then its mongod is used, and left running. */
export async function openDatabaseBeside(where: Where, report: Report): Promise<OpenDatabase> {
  if (where.mongodbUri) return openDatabase(where, report);
  const running = await findRunning(where.dataDir);
  if (running) return running;
  try {
    return await openDatabase(where, report);
  } catch (error) {
    // a server that is just starting had claimed the folder before its mongod answered
    const started = error instanceof AlreadyRunning && (await findRunning(where.dataDir));
    if (started) return started;
    throw error;
  }
}

async function findRunning(dataDir: string): Promise<OpenDatabase | undefined> {
  const folder = await realpath(dataDir).catch(() => undefined);
  const mongod = folder && (await findOrphan(folder));
  return mongod ? { uri: uriOf(mongod.port), close: async () => {} } : undefined;
}
