import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { findMongod, startMongod } from "../database/embedded.ts";

declare module "vitest" {
  export interface ProvidedContext {
    mongodbUri: string;
  }
}

const build = join(import.meta.dirname, "../../../scripts/build.mjs");

/** One real mongod for the whole run; each test file has a database of its own in it. What tests start is what was built. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)(process.execPath, [build]);
  const dataDir = await mkdtemp(join(tmpdir(), "meridian-test-"));
  const { path } = await findMongod({ report: (text) => process.stderr.write(`${text}\n`) });
  const mongod = await startMongod({ binary: path, dataDir });
  project.provide("mongodbUri", mongod.uri);
  return async () => {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
