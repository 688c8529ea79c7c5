import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bornAt } from "../server/src/database/folderOwner.ts";
import type { Program } from "./program.ts";

interface Running {
  pid: number;
  bornAt: string | undefined;
}

const listIn = (folder: string) => join(folder, "running.json");

/** Notes what runs, for a next start after this one was killed outright. */
export async function noteRunning(folder: string, programs: Program[]): Promise<void> {
  const running = await Promise.all(programs.map(async ({ pid }) => ({ pid, bornAt: await bornAt(pid) })));
  await writeFile(listIn(folder), JSON.stringify(running));
}

/** Ends what a cluster that was killed outright has left running: it holds the files and ports. */
export async function endLeftBehind(folder: string): Promise<void> {
  const noted = JSON.parse(await readFile(listIn(folder), "utf8").catch(() => "[]")) as Running[];
  for (const { pid, bornAt: born } of noted) {
    // its number may be another program's by now
    const lives = async () => born !== undefined && (await bornAt(pid)) === born;
    if (!(await lives())) continue;
    for (const signal of ["SIGTERM", "SIGCONT"] as const) process.kill(pid, signal);
    while (await lives()) await sleep(100);
  }
}
