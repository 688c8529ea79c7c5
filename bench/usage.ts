import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"]).toString());
const pageBytes = Number(execFileSync("getconf", ["PAGESIZE"]).toString());

/** What a process has used so far, as Linux counts it: seconds of processor time, and bytes of memory now. */
export function usageOf(pid: number): { cpuSeconds: number; residentBytes: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // user and system time are the fields 14 and 15 of proc(5), and two stand before the slice
  const cpuSeconds = (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  const residentBytes = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * pageBytes;
  return { cpuSeconds, residentBytes };
}
