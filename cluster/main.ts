import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { claimFolder } from "../server/src/database/folderOwner.ts";
import { findMongod } from "../server/src/database/embedded.ts";
import { type Balancer, findHaproxy, startBalancer } from "./balancer.ts";
import { endLeftBehind, noteRunning } from "./leftBehind.ts";
import { type Member, startReplicaSet, uriOf } from "./mongods.ts";
import { Program, type Run } from "./program.ts";
import { type Server, startServer, untilReady } from "./servers.ts";
import { watch } from "./watch.ts";

if (existsSync(".env")) process.loadEnvFile(".env");
const port = process.env["PORT"] ?? "3000";
const url = `http://127.0.0.1:${port}`;

const print = (text: string) => process.stdout.write(`${text}\n`);
const say = (text: string) => print(`${new Date().toTimeString().slice(0, 8)}  ${text}`);

const ended = new AbortController();
const programs: Program[] = [];
let folder = "";
let release = async () => {};
let stopping: Promise<void> | undefined;

const run: Run = (recipe) => {
  if (ended.signal.aborted) throw new Error("told to stop");
  const program = new Program(recipe, say, () => void noteRunning(folder, programs));
  programs.push(program);
  program.start();
  return program;
};

/** First what people reach, last where it is written. */
async function stopAll(): Promise<void> {
  if (programs.length > 0) print("Stopping…");
  ended.abort();
  for (const kind of ["balancer", "server", "mongod"])
    await Promise.all(programs.filter(({ name }) => name.startsWith(kind)).map((program) => program.stop()));
  await release();
}
const end = () => (stopping ??= stopAll().then(() => process.exit()));
process.on("SIGINT", () => void end());
process.on("SIGTERM", () => void end());

/** One key for all servers, made once. */
function keyIn(folder: string): string {
  const file = join(folder, "jwt-key");
  if (!existsSync(file))
    writeFileSync(file, `cluster:${randomBytes(48).toString("base64url")}`, { mode: 0o600 });
  return readFileSync(file, "utf8");
}

async function start(): Promise<void> {
  const haproxy = await findHaproxy();
  const { path: mongod } = await findMongod({ report: print });
  const wanted = join(process.env["DATA_DIR"] ?? "data", "cluster");
  await mkdir(wanted, { recursive: true, mode: 0o700 });
  folder = await realpath(wanted);
  release = await claimFolder(folder);
  await endLeftBehind(folder);

  print("Starting three mongods, two servers and a balancer …");
  const members = await startReplicaSet(folder, mongod, run);
  const settings = { publicUrl: url, mongodbUri: uriOf(members), jwtKeys: keyIn(folder) };
  const servers = [
    await startServer("A", folder, settings, run),
    await startServer("B", folder, settings, run),
  ];
  const [A, B] = servers.map(({ host }) => host) as [string, string];
  const address = `127.0.0.1:${port}`;
  const balancer = startBalancer(haproxy, { folder, address, servers: { A, B } }, run);
  await untilReady(`${url}/readyz`, balancer.program);
  await introduce({ members, servers, balancer });
  await watch({ members, balancer }, say, ended.signal);
}

interface Cluster {
  members: Member[];
  servers: Server[];
  balancer: Balancer;
}

async function introduce({ members, servers, balancer }: Cluster): Promise<void> {
  const row = (name: string, pid: number, rest: string) =>
    `  ${name.padEnd(10)}  ${String(pid).padStart(7)}  ${rest}`;
  print(`\nMeridian is ready: ${url}\n`);
  print("  program     process");
  for (const { program, host } of members) print(row(program.name, program.pid, host));
  for (const { program, host, metrics } of servers)
    print(row(program.name, program.pid, `${host}  ${metrics}`));
  print(row("balancer", balancer.program.pid, `127.0.0.1:${port}  cluster/haproxy.cfg`));
  print(`  Files and logs are in ${folder}`);
  print(`  For npm run meridian: MONGODB_URI="${uriOf(members)}"\n`);
  const company = (await (await fetch(`${url}/api/company`)).json()) as { ready: boolean };
  if (!company.ready) {
    const log = readFileSync(join(folder, "server-A/server.log"), "utf8");
    const link = log.match(/\S+\/first-run#\S+/g)?.at(-1);
    print(`Nobody is here yet. Set up your company with this link:\n  ${link}\n`);
  }
  print("Open it in two browsers, write, and try what happens:");
  print(`  kill -9 ${servers[0]!.program.pid}      a server is gone: everybody goes on at the other one`);
  print("  kill -9 PID       of the mongod that is primary: another one takes over within seconds");
  print("  kill -STOP PID    of the primary: it hangs; kill -CONT PID lets it go on");
  print("What ends is started again after ten seconds. Ctrl-C stops everything.\n");
}

try {
  await start();
} catch (error) {
  if (!ended.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
  await end();
}
