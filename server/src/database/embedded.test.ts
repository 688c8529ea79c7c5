import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MongoClient } from "mongodb";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { AlreadyRunning, type EmbeddedMongod, findMongod, startMongod } from "./embedded.ts";
import { bornAt, claimFolder } from "./folderOwner.ts";

let binary: string;
let dataDir: string;
const cleanUps: (() => unknown)[] = [];

beforeAll(async () => {
  binary = (await findMongod()).path;
}, 300_000);

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "meridian-embedded-"));
  cleanUps.push(() => rm(dataDir, { recursive: true, force: true }));
});

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
}, 60_000);

async function start(): Promise<EmbeddedMongod> {
  const mongod = await startMongod({ binary, dataDir });
  cleanUps.push(() => mongod.stop());
  return mongod;
}

async function notes(mongod: EmbeddedMongod, added?: string): Promise<string[]> {
  const client = new MongoClient(mongod.uri, { serverSelectionTimeoutMS: 5_000 });
  try {
    const collection = client.db().collection<{ text: string }>("notes");
    if (added) await collection.insertOne({ text: added }, { writeConcern: { w: "majority" } });
    return (await collection.find().sort({ _id: 1 }).toArray()).map((note) => note.text);
  } finally {
    await client.close();
  }
}

/** Another program that starts a mongod on the folder and lives until it is killed. */
async function startElsewhere(): Promise<{ pid: number; mongodPid: number }> {
  const script = `
    import { startMongod } from ${JSON.stringify(join(import.meta.dirname, "embedded.ts"))};
    const mongod = await startMongod(${JSON.stringify({ binary, dataDir })});
    console.log("pid", mongod.pid);
    setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  cleanUps.push(() => other.kill("SIGKILL"));
  const mongodPid = await new Promise<number>((resolve, reject) => {
    other.stdout.on("data", (text: Buffer) => resolve(Number(String(text).replace("pid ", ""))));
    other.once("exit", (code) => reject(new Error(`The other program ended with ${code}`)));
  });
  if (other.pid === undefined) throw new Error("The other program has no number");
  return { pid: other.pid, mongodPid };
}

async function untilDead(pid: number): Promise<void> {
  await expect.poll(() => bornAt(pid), { timeout: 10_000 }).toBeUndefined();
}

test("a first start takes writes, in a transaction too, and tells them to a change stream", async () => {
  const mongod = await start();
  const client = new MongoClient(mongod.uri);
  cleanUps.push(() => client.close());
  const collection = client.db().collection<{ text: string }>("notes");
  await client.db().createCollection("notes");
  const stream = collection.watch();
  const told = stream.next();
  await client.withSession((session) =>
    session.withTransaction(() => collection.insertOne({ text: "hello" }, { session })),
  );
  expect(await told).toMatchObject({ operationType: "insert", fullDocument: { text: "hello" } });
  await stream.close();
});

test("stopping leaves no mongod, and the next start finds the data on the same address", async () => {
  const first = await startMongod({ binary, dataDir });
  await notes(first, "kept");
  await first.stop();
  expect(await bornAt(first.pid)).toBeUndefined();

  const second = await start();
  expect(second.uri).toBe(first.uri);
  expect(await notes(second)).toEqual(["kept"]);
});

test("a second start on the same folder is refused and does no harm", async () => {
  const first = await start();
  await expect(startMongod({ binary, dataDir })).rejects.toThrow(AlreadyRunning);
  expect(await notes(first, "still here")).toEqual(["still here"]);
});

test("a start on a folder that another program uses is refused and does no harm", async () => {
  const other = await startElsewhere();
  await expect(startMongod({ binary, dataDir })).rejects.toThrow(String(other.pid));
  expect(await bornAt(other.mongodPid)).toBeDefined();
  process.kill(other.pid, "SIGKILL");
  await untilDead(other.pid);
  await start();
});

test("a mongod that was killed is started again by itself, with the data and the address", async () => {
  const mongod = await start();
  await notes(mongod, "acknowledged");
  const killed = mongod.pid;
  process.kill(killed, "SIGKILL");
  await expect.poll(() => mongod.pid, { timeout: 20_000 }).not.toBe(killed);
  expect(await notes(mongod, "afterwards")).toEqual(["acknowledged", "afterwards"]);
});

test("stopping works while a killed mongod is being started again", async () => {
  const mongod = await startMongod({ binary, dataDir });
  process.kill(mongod.pid, "SIGKILL");
  await untilDead(mongod.pid);
  await mongod.stop();
  expect(await bornAt(mongod.pid)).toBeUndefined();
  await start();
});

test("a killed server's mongod is taken up by the next start, and stopped with it", async () => {
  const other = await startElsewhere();
  process.kill(other.pid, "SIGKILL");
  await untilDead(other.pid);

  const next = await startMongod({ binary, dataDir });
  expect(next.pid).toBe(other.mongodPid);
  expect(await notes(next, "both")).toEqual(["both"]);
  await next.stop();
  expect(await bornAt(other.mongodPid)).toBeUndefined();

  expect(await notes(await start())).toEqual(["both"]);
});

test("a killed server and its killed mongod leave a folder that starts", async () => {
  const other = await startElsewhere();
  process.kill(other.pid, "SIGKILL");
  process.kill(other.mongodPid, "SIGKILL");
  await untilDead(other.pid);
  expect(await notes(await start(), "fresh")).toEqual(["fresh"]);
});

test("a left-behind mongod whose port is lost is waited for until it has gone", async () => {
  const other = await startElsewhere();
  process.kill(other.pid, "SIGKILL");
  await untilDead(other.pid);
  await rm(join(dataDir, "mongod.port"));
  setTimeout(() => process.kill(other.mongodPid, "SIGTERM"), 2_000);
  expect(await notes(await start(), "alone")).toEqual(["alone"]);
});

test("a port that somebody else took in the meantime is replaced, and the data is kept", async () => {
  const first = await startMongod({ binary, dataDir });
  await notes(first, "kept");
  await first.stop();

  const port = Number(await readFile(join(dataDir, "mongod.port"), "utf8"));
  const somebody: Server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => somebody.listen(port, "127.0.0.1", resolve));
  cleanUps.push(() => somebody.close());

  const second = await start();
  expect(second.uri).not.toBe(first.uri);
  expect(await notes(second, "moved")).toEqual(["kept", "moved"]);
});

test("a claim that was cut short, or whose owner is gone, is no obstacle", async () => {
  for (const claim of ["", "{", JSON.stringify({ pid: process.pid, bornAt: "another time" })]) {
    await writeFile(join(dataDir, "meridian.lock"), claim);
    const release = await claimFolder(dataDir);
    await expect(claimFolder(dataDir)).rejects.toThrow(AlreadyRunning);
    await release();
  }
});

test("a mongod that ends at once is explained from its log", async () => {
  const first = await startMongod({ binary, dataDir });
  await first.stop();
  await writeFile(join(dataDir, "mongo", "WiredTiger.turtle"), "nonsense");
  await expect(startMongod({ binary, dataDir })).rejects.toThrow(/mongod ended .* says: .*WiredTiger/s);
});
