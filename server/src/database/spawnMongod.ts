import { spawn } from "node:child_process";
import { open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { AlreadyRunning } from "./folderOwner.ts";

/** A mongod that has been started. `gone` is fulfilled, never rejected, with how it ended. */
export interface Running {
  pid: number;
  port: number;
  folder: string;
  gone: Promise<string>;
}

/** Somebody was faster on the port. */
export class PortTaken extends Error {}

/** Another mongod has the data folder open. */
export class FolderHeld extends AlreadyRunning {}

/** Any mongod may be asked for more; a company's posts fit, and a laptop doesn't notice. */
const CACHE_GB = 0.5;

/** mongod would take a twentieth of the disk for it. */
const OPLOG_MB = 1024;

const LARGEST_LOG = 10_000_000;

/** Starts the program and does not wait for it. `gone` tells of its end, and `whyGone` the reason. */
export async function spawnMongod(options: {
  binary: string;
  folder: string;
  port: number;
}): Promise<Running> {
  const { binary, folder, port } = options;
  const log = join(folder, "mongod.log");
  if (((await stat(log).catch(() => undefined))?.size ?? 0) > LARGEST_LOG) await rename(log, `${log}.1`);
  // Before the start: whoever finds an orphan later knows where to ask.
  await writeFile(portFile(folder), String(port));

  // there is no other member to hand over to when it is told to end
  const alone = ["--setParameter", "shutdownTimeoutMillisForSignaledShutdown=100"];
  const child = spawn(binary, [...mongodArguments(folder, log, port), ...alone], {
    cwd: folder,
    // A group of its own: Ctrl-C in the terminal reaches only the server, which still needs its database to end well.
    detached: true,
    stdio: "ignore",
    windowsHide: true,
  });
  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `code ${code}`));
  });
  child.unref();
  if (child.pid === undefined) throw new Error(`${binary} could not be started: ${await gone}`);
  takeAlong(child.pid, gone);
  return { pid: child.pid, port, folder, gone };
}

/** However this program ends, short of being killed: its mongod ends too. */
export function takeAlong(pid: number, gone: Promise<string>): void {
  const end = () => {
    try {
      process.kill(pid, "SIGTERM");
    } catch {
      // It was faster.
    }
  };
  process.once("exit", end);
  void gone.then(() => process.off("exit", end));
}

/** A member of the replica set "meridian", reachable from this machine only. */
export function mongodArguments(folder: string, log: string, port: number): string[] {
  return [
    ["--dbpath", join(folder, "mongo")],
    ["--replSet", "meridian"],
    ["--bind_ip", "127.0.0.1", "--port", String(port)],
    process.platform === "win32" ? [] : ["--nounixsocket"],
    ["--logpath", log, "--logappend", "--quiet"],
    ["--wiredTigerCacheSizeGB", String(CACHE_GB), "--oplogSize", String(OPLOG_MB)],
    ["--setParameter", "diagnosticDataCollectionEnabled=false"],
    // what a server that was killed had begun holds its locks for so long, by default a minute
    ["--setParameter", "transactionLifetimeLimitSeconds=10"],
    // so long may a backup read what the database held when it began, by default five minutes
    ["--setParameter", "minSnapshotHistoryWindowInSeconds=1800"],
  ].flat();
}

/** Turns mongod's own account of its end into an error that says what can be done. */
export async function whyGone({ folder, port }: Running, end: string): Promise<Error> {
  const complaint = lastComplaint(await tailOf(join(folder, "mongod.log")));
  if (/DBPathInUse/.test(complaint)) {
    const holder = (await readFile(join(folder, "mongo", "mongod.lock"), "utf8").catch(() => "")).trim();
    return new FolderHeld(
      `A mongod that does not answer us holds ${folder}${holder && ` (number ${holder} in the list of running programs)`}. ` +
        "Stop it first, or set DATA_DIR to another folder.",
    );
  }
  if (/address already in use/i.test(complaint)) return new PortTaken(`Port ${port} is taken.`);
  const advice = /featureCompatibilityVersion|Wrong mongod version|code 62/i.test(`${complaint} ${end}`)
    ? " The files were written by a mongod of another version: set MONGOD_BINARY to one of that version."
    : "";
  return new Error(
    `mongod ended (${end}).${advice} Its log, ${join(folder, "mongod.log")}, says: ${complaint}`,
  );
}

async function tailOf(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined);
  if (!file) return "";
  try {
    const { size } = await file.stat();
    const length = Math.min(size, 64_000);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString("utf8");
  } finally {
    await file.close();
  }
}

/** The last lines marked as error or fatal since mongod's latest start. */
function lastComplaint(log: string): string {
  const start = log.lastIndexOf("***** SERVER RESTARTED *****");
  const lines = log.slice(Math.max(start, 0)).split("\n");
  const complaints = lines.filter((line) => /"s":"[EF]"/.test(line)).slice(0, 3);
  return complaints.join("\n").slice(0, 1500) || "nothing.";
}

// whoever got one may not have begun to listen on it
const given = new Set<number>();

/**
 * The port of the last start where it is free, else another.
 *
 * Below the range from which systems take the ports of outgoing connections: a client that keeps calling a port
 * within it, with nobody there, can end up connected to itself, and then the port is taken.
 */
export async function choosePort(folder: string): Promise<number> {
  const last = Number(await readFile(portFile(folder), "utf8").catch(() => ""));
  if (last > 1023 && last < 65_536 && (await isFree(last))) return last;
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}

export function portFile(folder: string): string {
  return join(folder, "mongod.port");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1" }, () => server.close(() => resolve(true)));
  });
}
