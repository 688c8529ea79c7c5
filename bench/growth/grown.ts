import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { MongoClient, ObjectId } from "mongodb";
import { password } from "../../e2e/company.ts";
import { Server } from "../../e2e/server.ts";
import { companyOf, emailOf, type Size } from "./company.ts";

const unreadFor = 7 * 86_400_000;

export interface Reader {
  id: string;
  token: string;
}

/** A server with a grown company, and some of its people signed in. */
export interface Grown {
  server: Server;
  readers: Reader[];
  /** Seconds from the first line of the file to the last post in the database. */
  seconds: number;
  /** Seconds that the server took to start on it. */
  secondsToStart: number;
  stop(): Promise<void>;
}

/**
 * Makes a company, takes it in by the operator's command, and starts the server on it. `readers` of those who are named most, and write
 * most, are signed in.
 */
export async function grow(size: Size, readers: number): Promise<Grown> {
  const server = await Server.start();
  const begun = performance.now();
  const file = join(server.dataDir, "company.jsonl");
  await pipeline(Readable.from(withNewlines(companyOf(size, Date.now()))), createWriteStream(file));
  await server.kill();
  const said = await server.meridian(["import", file]);
  if (!said.includes("Everything was taken.")) throw new Error(said);
  const seconds = (performance.now() - begun) / 1_000;
  const started = performance.now();
  await server.again();
  const secondsToStart = (performance.now() - started) / 1_000;
  const port = (await readFile(join(server.dataDir, "mongod.port"), "utf8")).trim();
  const database = await new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`).connect();
  const signedIn = await Promise.all(Array.from({ length: readers }, (_, at) => signIn(server, emailOf(at))));
  // as if they had read nothing for a week
  const since = new Date(Date.now() - unreadFor);
  const ids = signedIn.map(({ id }) => new ObjectId(id));
  const stored = database.db("meridian");
  await stored
    .collection("memberships")
    .updateMany({ personId: { $in: ids } }, { $set: { lastReadAt: since } });
  await stored.collection("people").updateMany({ _id: { $in: ids } }, { $set: { mentionsReadAt: since } });
  await database.close();
  return {
    server,
    readers: signedIn,
    seconds,
    secondsToStart,
    stop: () => server.stop(),
  };
}

async function signIn(server: Server, email: string): Promise<Reader> {
  await server.meridian(["person", "set-password", email, "--password-stdin"], password);
  const answer = await fetch(`${server.url}/api/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const { accessToken, me } = (await answer.json()) as { accessToken: string; me: { id: string } };
  return { token: accessToken, id: me.id };
}

function* withNewlines(lines: Iterable<string>): Generator<string> {
  let block = "";
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < 1_000_000) continue;
    yield block;
    block = "";
  }
  yield block;
}
