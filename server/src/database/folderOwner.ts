import { execFile } from "node:child_process";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** Someone else already uses the data folder. Nothing of theirs was touched. */
export class AlreadyRunning extends Error {
  override name = "AlreadyRunning";
}

const MS_FOR_THE_OTHER_TO_END = 3_000;

interface Claim {
  pid: number;
  bornAt: string;
}

/**
 * Claims the data folder for this program until the returned function is called.
 * A claim whose owner is dead (killed, or from before a reboot) is taken over.
 * @throws AlreadyRunning when its owner is alive
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, "meridian.lock");
  const claim = JSON.stringify({ pid: process.pid, bornAt: await bornAt(process.pid) });
  const release = () => rm(path, { force: true });

  let owner: Claim | undefined;
  const begun = Date.now();
  for (;;) {
    if (await writeNew(path, claim)) return release;
    owner = await readClaim(path);
    if (!owner || owner.bornAt !== (await bornAt(owner.pid))) break;
    // Told to end a moment ago, as in a restart, it may just need that moment.
    if (owner.pid !== process.pid && Date.now() - begun < MS_FOR_THE_OTHER_TO_END) {
      await sleep(100);
      continue;
    }
    throw new AlreadyRunning(
      `Meridian already runs on ${folder} (as number ${owner.pid} in the list of running programs). ` +
        "Stop it first, or set DATA_DIR to another folder.",
    );
  }

  // Two programs may find the same dead claim at once: both write theirs, the last one stands, and
  // after a moment each looks whose it is.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, claim);
  await rename(draft, path);
  await sleep(100);
  if ((await readFile(path, "utf8").catch(() => "")) === claim) return release;
  throw new AlreadyRunning(`Meridian has just been started on ${folder} by someone else.`);
}

/**
 * When a program was born, in words that no later one with the same number shares; undefined when it is
 * not running (any more). On Windows the answer is only whether it runs.
 */
export async function bornAt(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    // The name in brackets may hold spaces and brackets itself: the fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, startTime] = [fields[0], fields[19]];
    if (!startTime || state === "Z" || state === "X") return undefined;
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
    return `${boot.trim()} ${startTime}`;
  }
  if (!runs(pid)) return undefined;
  if (process.platform === "win32") return "running";
  const listed = await promisify(execFile)("ps", ["-o", "lstart=", "-p", String(pid)]);
  return listed.stdout.trim();
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function readClaim(path: string): Promise<Claim | undefined> {
  try {
    const claim = JSON.parse(await readFile(path, "utf8"));
    return typeof claim?.pid === "number" && typeof claim?.bornAt === "string" ? claim : undefined;
  } catch {
    // Cut short by a crash: as good as none.
    return undefined;
  }
}
