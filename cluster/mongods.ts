import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Document, MongoClient, MongoServerError } from "mongodb";
import { choosePort, mongodArguments, portFile } from "../server/src/database/spawnMongod.ts";
import type { Recipe } from "./child.ts";
import type { Program } from "./program.ts";

export interface Member<Runs = Program> {
  program: Runs;
  /** As the set knows it: 127.0.0.1 and a port. */
  host: string;
}

/** Without a word from the primary for so long, the others choose another: by default ten seconds. */
const electionTimeoutMillis = 4_000;
/**
 * The next one doesn't wait for what only the last one has: nothing was acknowledged of it, since every write waits for a majority. By
 * default it does, until it knows the last one to be away.
 */
const catchUpTimeoutMillis = 0;
const parameters = {
  /** So long a primary that is told to end looks for a successor: by default fifteen seconds. */
  shutdownTimeoutMillisForSignaledShutdown: 2_000,
  /**
   * So many seconds longer than it should take does a member that copies from another wait for it (by default five), and so long
   * may the first answer of one take that it has just chosen (by default sixty). While it waits for one that hangs, nothing that the
   * next primary writes has a majority.
   */
  oplogNetworkTimeoutBufferSeconds: 1,
  oplogInitialFindMaxSeconds: 2,
};
const longestWait = 60_000;

export const uriOf = (members: Pick<Member, "host">[]): string =>
  `mongodb://${members.map(({ host }) => host).join(",")}/meridian?replicaSet=meridian`;

/** Three mongods, or so many, each with its files in a folder of its own, that have agreed on a primary. */
export async function startReplicaSet<Runs>(
  folder: string,
  binary: string,
  run: (recipe: Recipe) => Runs,
  size = 3,
): Promise<Member<Runs>[]> {
  const members: Member<Runs>[] = [];
  for (let n = 1; n <= size; n += 1) {
    const own = join(folder, `mongod-${n}`);
    await mkdir(join(own, "mongo"), { recursive: true, mode: 0o700 });
    const port = await choosePort(own);
    await writeFile(portFile(own), String(port));
    const log = join(own, "mongod.log");
    const set = Object.entries(parameters).flatMap(([name, value]) => ["--setParameter", `${name}=${value}`]);
    const args = [...mongodArguments(own, log, port), ...set];
    const program = run({ name: `mongod ${n}`, command: binary, args, log: join(own, "output.log") });
    members.push({ program, host: `127.0.0.1:${port}` });
  }
  await agree(members.map(({ host }) => host));
  return members;
}

/** Tells the set who belongs to it, where that is new or a port has changed, and waits for its primary. */
async function agree(hosts: string[]): Promise<void> {
  const client = new MongoClient(`mongodb://${hosts[0]}/?directConnection=true`, {
    // a client whose first try fails is of no use afterwards: it waits until mongod listens
    serverSelectionTimeoutMS: longestWait,
  });
  const admin = client.db().admin();
  const until = Date.now() + longestWait;
  try {
    for (;;) {
      try {
        await configure((command) => admin.command(command), hosts);
        const { primary } = await admin.command({ hello: 1 });
        if (primary) return;
      } catch (error) {
        if (Date.now() > until) throw error;
      }
      if (Date.now() > until) throw new Error("The mongods do not agree on a primary. Their logs say more.");
      await sleep(200);
    }
  } finally {
    await client.close();
  }
}

async function configure(run: (command: Document) => Promise<Document>, hosts: string[]): Promise<void> {
  const members = hosts.map((host, _id) => ({ _id, host }));
  const settings = { electionTimeoutMillis, catchUpTimeoutMillis };
  try {
    const { config } = await run({ replSetGetConfig: 1 });
    const known = (config.members as { host: string }[]).map(({ host }) => host);
    if (known.join() === hosts.join()) return;
    await run({ replSetReconfig: { ...config, members, version: config.version + 1 }, force: true });
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.codeName !== "NotYetInitialized") throw error;
    await run({ replSetInitiate: { _id: "meridian", members, settings } });
  }
}
