import { mkdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bornAt, claimFolder } from "./folderOwner.ts";
import { becomePrimary, findOrphan, uriOf } from "./replicaSet.ts";
import { choosePort, FolderHeld, PortTaken, type Running, spawnMongod, takeAlong } from "./spawnMongod.ts";

export { AlreadyRunning } from "./folderOwner.ts";
export { findMongod } from "./mongodBinary.ts";

/** A mongod of our own: a replica set of one, primary, reachable from this machine only. */
export interface EmbeddedMongod {
  readonly uri: string;
  /** Changes when mongod had to be started again. */
  readonly pid: number;
  /** Ends mongod in an orderly way and gives the folder free. */
  stop(): Promise<void>;
}

export interface StartOptions {
  binary: string;
  /** Made when it isn't there. Holds the data (`mongo`), the log (`mongod.log`) and the port (`mongod.port`). */
  dataDir: string;
  /** Is told what takes longer than a moment, in sentences for the person at the terminal. */
  report?: (message: string) => void;
  /** Is called once mongod has been started, which takes about a second to answer. */
  meanwhile?: (() => void) | undefined;
}

const SECONDS_FOR_ANOTHER_TO_LEAVE = 30;
const MS_BEFORE_STARTING_AGAIN = 500;
const LONGEST_MS_BEFORE_STARTING_AGAIN = 10_000;

/**
 * Starts mongod on the folder and answers when it takes writes. One that a killed server left behind is taken up.
 * Should mongod end without being asked, it is started again on the same port, so the address stays right.
 * @throws AlreadyRunning when the folder is in use
 */
export async function startMongod({
  binary,
  dataDir,
  report = () => {},
  meanwhile,
}: StartOptions): Promise<EmbeddedMongod> {
  await mkdir(join(resolve(dataDir), "mongo"), { recursive: true, mode: 0o700 });
  const folder = await realpath(dataDir);
  const release = await claimFolder(folder);

  let stopping = false;
  let current: Running;
  try {
    current = (await takeUpOrphan(folder, report)) ?? (await bringUp({ binary, folder, report, meanwhile }));
  } catch (error) {
    await release();
    throw error;
  }

  const { port } = current;
  const keepAlive = async () => {
    let delay = MS_BEFORE_STARTING_AGAIN;
    for (;;) {
      const end = await current.gone;
      if (stopping) return;
      report(`mongod ended without being asked (${end}). Starting it again.`);
      await sleep(delay);
      delay = Math.min(delay * 2, LONGEST_MS_BEFORE_STARTING_AGAIN);
      if (stopping) return;
      try {
        current = await spawnMongod({ binary, folder, port });
        if (stopping) await endMongod(current);
        await becomePrimary(current, report);
        delay = MS_BEFORE_STARTING_AGAIN;
      } catch (error) {
        if (!stopping) report(`mongod could not be started: ${messageOf(error)}`);
        await endMongod(current);
      }
    }
  };
  const kept = keepAlive();

  return {
    uri: uriOf(port),
    get pid() {
      return current.pid;
    },
    async stop() {
      stopping = true;
      await endMongod(current);
      await kept;
      await release();
    },
  };
}

/** A server that was killed outright cannot have stopped its mongod: that one still holds the folder. */
async function takeUpOrphan(folder: string, report: (message: string) => void): Promise<Running | undefined> {
  const orphan = await findOrphan(folder);
  if (!orphan) return undefined;
  report(`Taking up the mongod that an earlier start left behind (port ${orphan.port}).`);
  const left = { ...orphan, gone: untilGone(orphan.pid) };
  takeAlong(left.pid, left.gone);
  try {
    await becomePrimary(left, report);
    return left;
  } catch {
    // It was on its way out, or is of no use: a fresh one will do.
    await endMongod(left);
    return undefined;
  }
}

interface BringUp {
  binary: string;
  folder: string;
  report: (message: string) => void;
  meanwhile: StartOptions["meanwhile"];
}

async function bringUp({ binary, folder, report, meanwhile }: BringUp): Promise<Running> {
  const begun = Date.now();
  for (;;) {
    const mongod = await spawnMongod({ binary, folder, port: await choosePort(folder) });
    meanwhile?.();
    try {
      await becomePrimary(mongod, report);
      return mongod;
    } catch (error) {
      await endMongod(mongod);
      const waited = (Date.now() - begun) / 1000;
      if (error instanceof PortTaken && waited < SECONDS_FOR_ANOTHER_TO_LEAVE) continue;
      if (!(error instanceof FolderHeld) || waited > SECONDS_FOR_ANOTHER_TO_LEAVE) throw error;
      report("Waiting for another mongod to leave the data folder …");
      await sleep(500);
      const orphan = await takeUpOrphan(folder, report);
      if (orphan) return orphan;
    }
  }
}

const MS_FOR_AN_ORDERLY_END = 20_000;

/** SIGTERM makes mongod write out everything; past the time it has, its journal must do. */
async function endMongod({ pid, gone }: Running): Promise<void> {
  // Its number may be another program's once it is gone.
  if (await Promise.race([gone.then(() => true), sleep(0, false)])) return;
  process.kill(pid, "SIGTERM");
  const late = setTimeout(() => process.kill(pid, "SIGKILL"), MS_FOR_AN_ORDERLY_END);
  await gone;
  clearTimeout(late);
}

/** For a mongod that is not our child, whose end nobody tells us. */
async function untilGone(pid: number): Promise<string> {
  const born = await bornAt(pid);
  while (born !== undefined && (await bornAt(pid)) === born) await sleep(200, undefined, { ref: false });
  return "it had been left behind by an earlier start";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
