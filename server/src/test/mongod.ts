import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findMongod, startMongod } from "../database/embedded.ts";

declare module "vitest" {
  export interface ProvidedContext {
    mongodbUri: string;
  }
}

/** One real mongod for the whole run; each test file has a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "meridian-test-"));
  const { path } = await findMongod({ report: (text) => process.stderr.write(`${text}\n`) });
  const mongod = await startMongod({ binary: path, dataDir });
  project.provide("mongodbUri", mongod.uri);
  return async () => {
    await mongod.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
