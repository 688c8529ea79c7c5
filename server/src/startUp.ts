import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { showCompany } from "./company/firstRun.ts";
import type { Config } from "./config.ts";
import { connect, disconnect } from "./database/connect.ts";
import { listenForMetrics } from "./health/metricsPort.ts";
import { createLog } from "./log.ts";
import { startNode } from "./node.ts";

const clientFolder = join(dirname(fileURLToPath(import.meta.url)), "../../client/dist");

/** Serves the company in a database that is open. What has to be stopped at the end is added to `stops`, whatever fails. */
export async function startUp(
  config: Config,
  databaseUri: string,
  say: (text: string) => void,
  stops: (() => Promise<void>)[],
): Promise<void> {
  const log = createLog(config.logLevel);
  await connect(databaseUri);
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
    say(`Nobody is here yet. Set up your company with this link:\n  ${address}/first-run#${node.setupToken}`);
  }
}
