import type { Page } from "@playwright/test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Arriving, whilePostsArrive } from "./arriving.ts";

export interface Growth {
  posts: number;
  minutes: number;
  /** Bytes in use a fifth of the way. */
  bytes: number;
  /** Of them at the end. */
  ratio: number;
}

/** What a page that is left open holds while posts arrive: after a fifth of them, and at the end. */
export async function growth(page: Page, url: string, arriving: Arriving): Promise<Growth> {
  const session = await page.context().newCDPSession(page);
  const held = async () => {
    for (let turn = 0; turn < 2; turn += 1) await session.send("HeapProfiler.collectGarbage");
    return (await session.send("Runtime.getHeapUsage")).usedSize;
  };
  const bytes = await whilePostsArrive(url, arriving, async () => {
    await sleep(arriving.seconds * 200);
    return held();
  });
  await sleep(2_000);
  return {
    posts: arriving.rate * arriving.seconds,
    minutes: arriving.seconds / 60,
    bytes,
    ratio: (await held()) / bytes,
  };
}
