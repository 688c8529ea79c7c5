import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { showCompany } from "./company/firstRun.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { connect, disconnect } from "./database/connect.ts";
import { AlreadyRunning } from "./database/embedded.ts";
import { openDatabase } from "./database/open.ts";
import { listenForMetrics } from "./health/metricsPort.ts";
import { createLog } from "./log.ts";
import { startNode } from "./node.ts";

// V8 puts what often outlives a collection of garbage among the old at once. A busy moment had it do so with the buffers of
// each socket, for good: then every broadcast left something for every reader, to be found dead only by a long collection.
setFlagsFromString("--no-allocation-site-pretenuring");

const say = (text: string) => process.stdout.write(`${text}\n`);
/** Milliseconds after which a supervisor may have lost its patience. */
const longestEnd = 10_000;
const clientFolder = join(dirname(fileURLToPath(import.meta.url)), "../../client/dist");

async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfigOrEnd();
  const log = createLog(config.logLevel);

  const stops: (() => Promise<void>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    for (const close of stops.toReversed())
      await close().catch((error: unknown) => log.error({ err: error }));
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
    const database = await openDatabase(config, say);
    stops.push(database.close);
    await connect(database.uri);
    stops.push(disconnect);
    const node = await startNode(config, log, existsSync(clientFolder) ? clientFolder : undefined);
    stops.push(() => node.stop(config.drainSeconds * 1_000));
    if (config.metrics) {
      const metrics = await listenForMetrics(node.metrics, config.metrics);
      stops.push(metrics.stop);
      say(`Metrics for Prometheus: ${metrics.url}`);
    }
    const address = config.publicUrl ?? node.url;
    say(`Meridian is ready: ${address}`);
    if (!(await showCompany()).ready) {
      say(
        `Nobody is here yet. Set up your company with this link:\n  ${address}/first-run#${node.setupToken}`,
      );
    }
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
