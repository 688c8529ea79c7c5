import { Agent } from "node:http";
import { send } from "./http.ts";
import type { Order } from "./orders.ts";
import { monotonic } from "./stamp.ts";

/** Reads the newest page again and again, one connection a caller. */
export async function read({ target, callers, seconds }: Extract<Order, { kind: "read" }>) {
  const agent = new Agent({ keepAlive: true, maxSockets: callers.length });
  const url = new URL(target.pagePath, target.url);
  const start = monotonic();
  const end = start + seconds * 1_000;
  let answers = 0;
  let failed = 0;
  await Promise.all(
    callers.map(async ({ token }) => {
      while (monotonic() < end) {
        if ((await send(agent, url, "GET", token)) === 200) answers += 1;
        else failed += 1;
      }
    }),
  );
  agent.destroy();
  return { answers, failed, seconds: (monotonic() - start) / 1_000 };
}
