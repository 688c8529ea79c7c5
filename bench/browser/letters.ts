import type { Page } from "@playwright/test";
import { whilePostsArrive } from "./arriving.ts";
import { serveBare } from "./bare.ts";
import { typing } from "./typing.ts";

export interface Letters {
  /** Milliseconds until each was painted. */
  home: number[];
  /** The same in what the page shows, without its scripts. */
  bare: number[];
}

/** Types into Home and into its page without scripts, in turn, while posts arrive at Home's server. */
export async function letters(
  page: Page,
  url: string,
  { rounds, slowdown }: { rounds: number; slowdown: number },
): Promise<Letters> {
  const still = await serveBare(page);
  const barePage = await page.context().newPage();
  const throttle = await page.context().newCDPSession(barePage);
  await throttle.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await barePage.goto(still.url);
  const found: Letters = { home: [], bare: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const [kind, one] of [
      ["home", page],
      ["bare", barePage],
    ] as const) {
      await one.bringToFront();
      found[kind].push(...(await whilePostsArrive(url, { rate: 20, seconds: 10 }, () => typing(one))));
    }
  await barePage.close();
  still.close();
  await page.bringToFront();
  return found;
}
