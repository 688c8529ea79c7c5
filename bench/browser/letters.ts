import type { Page } from "@playwright/test";
import { whilePostsArrive } from "./arriving.ts";
import { serveBare } from "./bare.ts";
import { slowed } from "./slowed.ts";
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
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Letters> {
  const still = await serveBare(page);
  const barePage = await page.context().newPage();
  await barePage.goto(still.url);
  const found: Letters = { home: [], bare: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const [kind, one] of [
      ["home", page],
      ["bare", barePage],
    ] as const) {
      await one.bringToFront();
      const work = () => whilePostsArrive(url, { rate: 20, seconds }, () => typing(one, seconds * 8));
      found[kind].push(...(await slowed(one, work)));
    }
  await barePage.close();
  still.close();
  await page.bringToFront();
  return found;
}
