import { readFileSync } from "node:fs";
import type { Node } from "../cluster/world.ts";

/** Megabytes of memory that a program holds now, as Linux counts them; one that is ending holds none. */
export function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes ?? 0) / 1_024;
}

/** The most memory that a node held since the watch began or was asked last, in megabytes. */
export function watchMemory({ program }: Node) {
  let most = 0;
  const look = () => {
    if (program.runs) most = Math.max(most, residentMb(program.pid));
  };
  const timer = setInterval(look, 100);
  return {
    most(): number {
      look();
      const since = most;
      most = 0;
      return since;
    },
    stop: () => clearInterval(timer),
  };
}

/** One of the numbers that a node tells Prometheus. */
export async function metric({ metrics }: Node, name: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]);
}
