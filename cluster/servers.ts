import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { choosePort } from "../server/src/database/spawnMongod.ts";
import type { Recipe } from "./child.ts";
import type { Program } from "./program.ts";

const main = join(import.meta.dirname, "../server/dist/main.js");

type Watched = Pick<Program, "name" | "log" | "runs">;

export interface Server<Runs extends Watched = Program> {
  program: Runs;
  /** Where the balancer finds it: 127.0.0.1 and a port. */
  host: string;
  metrics: string;
}

export interface Settings {
  /** The address that people use, which is the balancer's. */
  publicUrl: string;
  mongodbUri: string;
  jwtKeys: string;
}

/** A server of the built product, with the settings that one behind a balancer has. Answers once it is ready. */
export async function startServer<Runs extends Watched>(
  name: string,
  folder: string,
  { publicUrl, mongodbUri, jwtKeys }: Settings,
  run: (recipe: Recipe) => Runs,
): Promise<Server<Runs>> {
  const own = join(folder, `server-${name}`);
  await mkdir(own, { recursive: true, mode: 0o700 });
  const [port, metricsPort] = [await choosePort(own), await choosePort(own)];
  const env = {
    HOST: "127.0.0.1",
    PORT: String(port),
    METRICS_PORT: String(metricsPort),
    PUBLIC_URL: publicUrl,
    MONGODB_URI: mongodbUri,
    JWT_KEYS: jwtKeys,
    DATA_DIR: own,
    TRUSTED_PROXIES: "1",
    DRAIN_SECONDS: "2",
  };
  const program = run({
    name: `server ${name}`,
    command: process.execPath,
    args: ["--enable-source-maps", main],
    env,
    log: join(own, "server.log"),
  });
  const server = { program, host: `127.0.0.1:${port}`, metrics: `http://127.0.0.1:${metricsPort}/metrics` };
  await untilReady(`http://${server.host}/readyz`, program);
  return server;
}

/** Asks until the answer is 200; gives up when the program has ended. */
export async function untilReady(url: string, program: Watched): Promise<void> {
  const until = Date.now() + 60_000;
  while (program.runs && Date.now() < until) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(200);
  }
  throw new Error(`${program.name} does not become ready. Its log, ${program.log}, may say why.`);
}
