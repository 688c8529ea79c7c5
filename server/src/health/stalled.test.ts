import { postsApi } from "@meridian/shared/posts";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect, disconnect } from "../database/connect.ts";
import { type EmbeddedMongod, findMongod, startMongod } from "../database/embedded.ts";
import { createLog } from "../log.ts";
import { type RunningNode, startNode } from "../node.ts";
import { buildChannel, buildCompany, buildPerson } from "../test/build.ts";
import { request, succeed, testKeys } from "../test/startServer.ts";

// a database of its own: it is stopped in the middle of it
let dataDir: string;
let mongod: EmbeddedMongod;
let node: RunningNode;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "meridian-stalled-"));
  mongod = await startMongod({ binary: (await findMongod()).path, dataDir });
  await connect(mongod.uri);
  node = await startNode(
    { port: 0, host: "127.0.0.1", publicUrl: undefined, keys: testKeys, rateLimits: true, trustedProxies: 0 },
    createLog("silent"),
  );
  await buildCompany();
});
afterAll(async () => {
  await node.stop();
  await disconnect();
  await mongod.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = async () => {
  const asked = performance.now();
  const answer = await fetch(`${node.url}/readyz`);
  return { status: answer.status, checks: await answer.json(), millis: performance.now() - asked };
};
const seconds = (since: number) => (performance.now() - since) / 1_000;

it("with a database that hangs a node says so at once, refuses within six seconds, and goes on by itself", async () => {
  const author = await buildPerson();
  const { id } = await buildChannel(node.url, author);
  expect(await ask()).toMatchObject({
    status: 200,
    checks: { database: true, changeStream: true, eventLoop: true, staying: true },
  });
  const draft = { key: randomBytes(8).toString("hex"), channelIds: [id], body: "into the void" };
  process.kill(mongod.pid, "SIGSTOP");
  const stalled = performance.now();
  try {
    const writing = request(node.url, postsApi.create, draft, author.token);
    await expect
      .poll(ask, { timeout: 5_000, interval: 100 })
      .toMatchObject({ status: 503, checks: { database: false } });
    expect(seconds(stalled)).toBeLessThan(5);
    expect((await ask()).millis).toBeLessThan(1_000);
    const refused = await writing;
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(seconds(stalled)).toBeLessThan(6);
    expect((await ask()).checks).toMatchObject({ database: false, changeStream: false, eventLoop: true });
  } finally {
    process.kill(mongod.pid, "SIGCONT");
  }
  await expect.poll(ask, { timeout: 10_000, interval: 100 }).toMatchObject({ status: 200 });
  // sent again with its key it stands once, whether the first try was written after all or not
  await succeed(node.url, postsApi.create, draft, author.token);
  const { posts } = await succeed(node.url, postsApi.channel, { id }, author.token);
  expect(posts.map(({ body }) => body)).toEqual(["into the void"]);
});
