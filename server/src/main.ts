import { existsSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { AlreadyRunning } from "./database/embedded.ts";
import { openDatabase } from "./database/open.ts";

// V8 puts what often outlives a collection of garbage among the old at once. A busy moment had it do so with the buffers of
// each socket, for good: then every broadcast left something for every reader, to be found dead only by a long collection.
setFlagsFromString("--no-allocation-site-pretenuring");

const say = (text: string) => process.stdout.write(`${text}\n`);
/** Milliseconds after which a supervisor may have lost its patience. */
const longestEnd = 10_000;

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfigOrEnd();

  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    for (const close of stops.toReversed())
      await close().catch(async (error: unknown) => {
        const { createLog } = await import("./log.ts");
        createLog(config.logLevel).error({ err: error });
      });
  };
  const end = () => {
    if (!stopping && process.exitCode === undefined) say("Stopping…");
    // a database that hangs keeps nobody waiting; one of our own has files to write out first
    if (config.mongodbUri) setTimeout(() => process.exit(1), longestEnd).unref();
    stopping ??= stop().then(() => process.exit(process.exitCode ?? 0));
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);

  try {
    // the rest of the code is read while the database opens its files: each takes about a second
    const read = () => import("./startUp.ts");
    const database = await openDatabase(config, say, () => void read());
    stops.push(database.close);
    const { startUp } = await read();
    await startUp(config, database.uri, say, stops);
  } catch (error) {
    const known = error instanceof ConfigError || error instanceof AlreadyRunning;
    process.stderr.write(known ? `${error.message}\n` : `Meridian could not start: ${reason(error)}\n`);
    process.exitCode = 1;
    end();
  }
}

function readConfigOrEnd(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE") {
    const port = "port" in error ? String(error.port) : "";
    return `the port ${port} is taken. Set PORT or METRICS_PORT to another one.`;
  }
  return error.message;
}

await main();
