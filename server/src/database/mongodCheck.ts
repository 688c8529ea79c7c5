import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** A mongod that has answered `--version`; `source` says in a few words where it came from. */
export interface Mongod {
  path: string;
  version: string;
  source: string;
}

/** Earlier ones lack what the change stream needs of a document's state before and after. */
export const OLDEST_MAJOR = 6;

export const executableName = process.platform === "win32" ? "mongod.exe" : "mongod";

/**
 * Runs the binary once: a wrong platform, a missing library or a cut file shows here and not later.
 * @throws with a reason fit for the person at the terminal
 */
export async function checkMongod(path: string, source: string): Promise<Mongod> {
  const { stdout } = await promisify(execFile)(path, ["--version"], { timeout: 20_000 }).catch(
    (error: unknown) => {
      throw new Error(`${path} does not run: ${reason(error)}`);
    },
  );
  const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (!version) throw new Error(`${path} does not answer --version as mongod does`);
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw new Error(`${path} is mongod ${version}; ${OLDEST_MAJOR}.0 or newer is needed`);
  }
  return { path, version, source };
}

/** The last line a failed program wrote, else the error's own message. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = "stderr" in error && typeof error.stderr === "string" ? error.stderr.trim() : "";
  return said.split("\n").at(-1) || error.message;
}
