import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Admin, MongoClient, MongoServerError } from "mongodb";
import { portFile, type Running, whyGone } from "./spawnMongod.ts";

const SET = "meridian";
const MS_BETWEEN_LOOKS = 20;

/** A set of one elects itself within a second; what refuses for longer won't change its mind. */
const MS_FOR_AN_ELECTION = 30_000;

/** Where the server finds its database. */
export function uriOf(port: number): string {
  return `mongodb://127.0.0.1:${port}/meridian?directConnection=true`;
}

/**
 * Waits until mongod takes writes, making it a replica set of one where it isn't yet, or where its port is another
 * than last time.
 * @throws when mongod ends before, with the reason from its log
 */
export async function becomePrimary(mongod: Running, report: (message: string) => void): Promise<void> {
  let end: string | undefined;
  void mongod.gone.then((how) => (end = how));
  const begun = Date.now();
  const ticking = setInterval(() => {
    report(`Waiting for mongod to open its files: ${Math.round((Date.now() - begun) / 1000)} s`);
  }, 2_000);
  const client = new MongoClient(uriOf(mongod.port), { serverSelectionTimeoutMS: 2_000 });
  try {
    // Recovery after a crash may take long: as long as it lives, it is waited for.
    while (!(await isListening(mongod.port))) {
      if (end !== undefined) throw await whyGone(mongod, end);
      await sleep(MS_BETWEEN_LOOKS);
    }
    const listeningSince = Date.now();
    for (;;) {
      try {
        if (await isPrimary(client.db().admin(), mongod.port)) return;
      } catch (error) {
        if (end !== undefined) throw await whyGone(mongod, end);
        if (Date.now() - listeningSince > MS_FOR_AN_ELECTION) throw error;
      }
      await sleep(MS_BETWEEN_LOOKS);
    }
  } finally {
    clearInterval(ticking);
    await client.close();
  }
}

async function isPrimary(admin: Admin, port: number): Promise<boolean> {
  const hello = await admin.command({ hello: 1 });
  // mongod's words for "I am in no set": it has no configuration, or one that names another port.
  if (hello.isreplicaset) await configure(admin, `127.0.0.1:${port}`);
  return hello.isWritablePrimary === true;
}

async function configure(admin: Admin, host: string): Promise<void> {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    if (config.members[0].host === host) return;
    const members = [{ ...config.members[0], host }];
    await admin.command({
      replSetReconfig: { ...config, members, version: config.version + 1 },
      force: true,
    });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.codeName !== "NotYetInitialized") throw error;
    await admin.command({ replSetInitiate: { _id: SET, members: [{ _id: 0, host }] } });
  }
}

/** The mongod that still serves this folder, though the server that started it is gone. */
export async function findOrphan(folder: string): Promise<Omit<Running, "gone"> | undefined> {
  const port = Number(await readFile(portFile(folder), "utf8").catch(() => ""));
  if (!port || !(await isListening(port))) return undefined;
  // The port may belong to anybody by now, so we ask whose files it serves.
  const client = new MongoClient(uriOf(port), { serverSelectionTimeoutMS: 1_500, connectTimeoutMS: 1_500 });
  try {
    const admin = client.db().admin();
    const options = await admin.command({ getCmdLineOpts: 1 });
    if (options.parsed?.storage?.dbPath !== join(folder, "mongo")) return undefined;
    const { pid } = await admin.command({ serverStatus: 1 });
    return { pid: Number(pid), port, folder };
  } catch {
    return undefined;
  } finally {
    await client.close();
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
