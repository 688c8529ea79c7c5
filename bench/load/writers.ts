import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./http.ts";
import type { Order, Written } from "./orders.ts";
import { monotonic, stamped } from "./stamp.ts";

/** Writes posts, numbered from 0: one author a caller in a closed loop, or all of them at a fixed rate. */
export async function write(order: Extract<Order, { kind: "write" }>): Promise<Written> {
  const { target, callers, seconds, rate, keys } = order;
  const agent = new Agent({ keepAlive: true, maxSockets: callers.length * 4 });
  const url = new URL(target.postPath, target.url);
  const latencies: number[] = [];
  let number = 0;
  let failed = 0;

  const writeOne = async (due: number, { token }: { token: string | null }) => {
    const mine = number++;
    const body = { ...target.fields, key: `${keys}-${mine}`, body: stamped({ number: mine, due }) };
    const status = await send(agent, url, "POST", token, JSON.stringify(body));
    if (status >= 200 && status < 300) latencies.push(monotonic() - due);
    else failed += 1;
  };

  const start = monotonic();
  const end = start + seconds * 1_000;
  if (rate === undefined) {
    await Promise.all(
      callers.map(async (caller) => {
        while (monotonic() < end) await writeOne(monotonic(), caller);
      }),
    );
  } else {
    const all: Promise<void>[] = [];
    for (let turn = 0; turn < rate * seconds; turn += 1) {
      const due = start + (turn * 1_000) / rate;
      const wait = due - monotonic();
      if (wait > 0) await sleep(wait);
      all.push(writeOne(due, callers[turn % callers.length]!));
    }
    await Promise.all(all);
  }
  const took = (monotonic() - start) / 1_000;
  agent.destroy();
  return {
    acknowledged: latencies.length,
    failed,
    seconds: took,
    latencies: latencies.toSorted((a, b) => a - b),
  };
}
