import { casesApi } from "@meridian/shared/cases";
import type { Endpoint } from "@meridian/shared/endpoint";
import { postsApi } from "@meridian/shared/posts";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { verifyAudit } from "../audit/verify.ts";
import { CaseModel } from "../cases/model.ts";
import { connect, disconnect } from "../database/connect.ts";
import { type EmbeddedMongod, findMongod, startMongod } from "../database/embedded.ts";
import { NoticeModel } from "../notices/model.ts";
import { PersonModel } from "../people/model.ts";
import { PostModel } from "../posts/model.ts";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReport,
  type Signed,
} from "../test/build.ts";
import { request, testKeys } from "../test/startServer.ts";

/** 100 in the long run: MERIDIAN_CRASH_ACTS=100. */
const acts = Number(process.env["MERIDIAN_CRASH_ACTS"] ?? 8);
const actsBetweenKills = 4;

let folder: string;
let mongod: EmbeddedMongod;
let server: ChildProcess | undefined;
let url = "";
let stopped = false;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "meridian-crash-"));
  mongod = await startMongod({ binary: (await findMongod({ report: () => {} })).path, dataDir: folder });
  await connect(mongod.uri);
  await run();
}, 60_000);

afterAll(async () => {
  stopped = true;
  await kill();
  await disconnect();
  await mongod.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A real server in a process of its own; on the same port when it comes back. */
async function run(): Promise<void> {
  const [key] = testKeys;
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../dist/main.js")], {
    cwd: import.meta.dirname,
    env: {
      ...process.env,
      DATA_DIR: folder,
      MONGODB_URI: mongod.uri,
      JWT_KEYS: `${key!.id}:${key!.secret}`,
      PORT: url ? new URL(url).port : "0",
      RATE_LIMITS: "off",
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  server = child;
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      url = /ready: (http:\S+)/.exec(chunk.toString())?.[1] ?? url;
      if (chunk.toString().includes("ready: ")) resolve();
    });
    // it was killed while starting, or found no database
    child.once("exit", () => resolve());
  });
}

async function kill(): Promise<void> {
  const child = server;
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

/** Ends server and database as a power cut would, in the middle of every fourth act, until all is done. */
async function havoc(answered: () => number): Promise<number> {
  let kills = 0;
  while (answered() < acts && !stopped) {
    if (answered() < kills * actsBetweenKills + 1) {
      await sleep(1);
      continue;
    }
    await sleep(Math.random() * 30);
    if (kills % 2 === 1) process.kill(mongod.pid, "SIGKILL");
    await kill();
    kills += 1;
    while (server!.exitCode !== null || server!.signalCode !== null) await run();
  }
  return kills;
}

/** Sends until somebody answers; a conflict is the answer to an act that was carried out without one. */
async function insist(endpoint: Endpoint, input: object, token: string): Promise<number> {
  for (;;) {
    try {
      const { status } = await request(url, endpoint, input as never, token);
      if (status < 500) return status;
    } catch {
      // nobody there
    }
    await sleep(100);
  }
}

interface Task {
  kind: "hide" | "remove" | "freeze" | "lock";
  id: string;
  endpoint: Endpoint;
  input: object;
}

async function prepare(admin: Signed): Promise<Task[]> {
  const reporter = await buildPerson();
  const { id: channelId } = await buildChannel(url, admin);
  const tasks: Task[] = [];
  for (let n = 0; n < acts; n += 1) {
    const kind = (["hide", "remove", "freeze", "lock"] as const)[n % 4]!;
    const author = await buildPerson();
    const { id } = await buildPost(url, author, { channelIds: [channelId] });
    if (kind === "hide") tasks.push({ kind, id, endpoint: postsApi.hide, input: { id, reason: "r" } });
    else if (kind === "lock") tasks.push({ kind, id, endpoint: postsApi.lock, input: { id } });
    else {
      const target =
        kind === "remove" ? { kind: "post" as const, id } : { kind: "profile" as const, id: author.id };
      await buildReport(url, reporter, target);
      const kase = (await CaseModel.findOne({ "target.id": target.id }).lean())!;
      const actions = kind === "remove" ? ["remove", "warn"] : ["freeze"];
      const until = new Date(Date.now() + 86_400_000).toISOString();
      const input = {
        id: String(kase._id),
        rev: kase.rev,
        actions,
        reason: "r",
        ...(kind === "freeze" && { until }),
      };
      tasks.push({ kind, id: target.id, endpoint: casesApi.act, input });
    }
  }
  return tasks;
}

/** Whether it was done, how often it stands in the log, and how often its author was told. */
async function outcome({ kind, id }: Task): Promise<[boolean, number, number]> {
  const action = kind === "lock" ? "post:locked" : "case:upheld";
  const entries = await AuditModel.countDocuments({ "target.id": id, action });
  if (kind === "freeze") {
    const person = await PersonModel.findById(id).lean();
    const told = await NoticeModel.countDocuments({ personId: id, kind: "decision" });
    return [person!.frozen !== null, entries, told];
  }
  const post = (await PostModel.findById(id).lean())!;
  const told = await NoticeModel.countDocuments({ postId: id, kind: "decision" });
  if (kind === "lock") return [post.locked, entries, 1];
  return [post.state === (kind === "hide" ? "hidden" : "removed"), entries, told];
}

it(
  "acts under kill -9 of server and database leave as many entries as effects, none half done",
  { timeout: 300_000 },
  async () => {
    const { admin } = await buildCompany();
    const tasks = await prepare(admin);
    const waiting = [...tasks];
    let answered = 0;
    const worker = async () => {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        const status = await insist(task.endpoint, task.input, admin.token);
        expect([task.kind, [200, 409].includes(status)]).toEqual([task.kind, true]);
        answered += 1;
      }
    };
    const killing = havoc(() => answered);
    await Promise.all([worker(), worker()]);
    expect(await killing).toBeGreaterThanOrEqual(2);
    const found = await Promise.all(tasks.map(outcome));
    expect(found).toEqual(tasks.map(() => [true, 1, 1]));
    expect((await verifyAudit()).bad).toBeNull();
  },
);
