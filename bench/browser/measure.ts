import { type Browser, chromium } from "@playwright/test";
import { chromiumArguments } from "../../e2e/chromium.ts";
import { Server } from "../../e2e/server.ts";
import type { Part } from "../report.ts";
import { fill, password } from "./company.ts";
import { type FirstLoad, firstLoad } from "./firstLoad.ts";
import { type Letters, letters } from "./letters.ts";
import { growth } from "./memory.ts";
import { readToEnd, type Scroll, scroll } from "./scroll.ts";
import { slowdown, slowed } from "./slowed.ts";

/** `rest`: milliseconds after which what a page does for later is done; `frames` and `seconds` of one round. */
const whole = { posts: 10_000, rounds: 5, rest: 10_000, frames: 400, seconds: 10 };
const short = { posts: 500, rounds: 1, rest: 4_000, frames: 100, seconds: 4 };

/** The example company and a channel of many posts in a slowed-down Chromium. */
export async function measureBrowser(quick: boolean): Promise<Part> {
  const { posts, rounds, rest, frames, seconds } = quick ? short : whole;
  process.stderr.write(`browser: a channel of ${posts} posts\n`);
  const server = await Server.start();
  const executablePath = process.env["CHROMIUM_BINARY"];
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  });
  try {
    const email = await fill(server, posts);
    const loads: FirstLoad[] = [];
    for (let round = 0; round < rounds; round += 1) {
      process.stderr.write(`browser: first load, ${round + 1} of ${rounds}\n`);
      const fresh = await signedIn(browser, server.url, email);
      loads.push(await firstLoad(fresh, server.url, rest));
      await fresh.close();
    }
    const context = await signedIn(browser, server.url, email);
    const page = await context.newPage();
    await page.goto(`${server.url}/channels/long`);
    await readToEnd(page);
    const scrolls: Scroll[] = [];
    await slowed(page, async () => {
      for (let round = 0; round < rounds; round += 1) scrolls.push(await scroll(page, frames));
    });
    const between = scrolls.flatMap((one) => one.between);
    await page.goto(server.url);
    await page.locator("article[data-post]").first().waitFor();
    await page.waitForTimeout(rest);
    const typed = await letters(page, server.url, { rounds, seconds });
    // an hour of five posts a second in some minutes
    const held = quick ? undefined : await growth(page, server.url, { rate: 60, seconds: 300 });
    const drawn = Math.max(...scrolls.map((one) => one.drawn));
    const table = [
      `| in Chromium, its processor slowed down ${slowdown} times | | beside its page without scripts |`,
      "| --- | --- | --- |",
      `| JavaScript before Home can be used, gzipped | ${(loads[0]!.scriptBytes / 1_000).toFixed(0)} kB | |`,
      `| first post painted, cold | ${loadFigures(loads, "cold", "painted")} |`,
      `| the same, again | ${loadFigures(loads, "again", "painted")} |`,
      `| Home can be used, cold | ${loadFigures(loads, "cold", "usable")} |`,
      `| the same, again | ${loadFigures(loads, "again", "usable")} |`,
      `| a typed letter on screen while 20 posts a second arrive, p50 | ${letterFigures(typed, 0.5)} |`,
      `| the same, p95 | ${letterFigures(typed, 0.95)} |`,
      `| between frames, ${posts.toLocaleString("en")} posts scrolled at 6,000 pixels a second, p50 | ${at(between, 0.5).toFixed(1)} ms | |`,
      `| the same, p95 | ${at(between, 0.95).toFixed(1)} ms | |`,
      `| posts in the document at once, at most | ${drawn} | |`,
      ...(held
        ? [
            `| memory of the page after ${held.posts.toLocaleString("en")} more posts in ${held.minutes} minutes, beside a fifth of the way | ${held.ratio.toFixed(2)} × of ${(held.bytes / 1e6).toFixed(0)} MB | |`,
          ]
        : []),
    ];
    return { table: table.join("\n"), faults: [] };
  } finally {
    await browser.close();
    await server.stop();
  }
}

const at = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)]!;

function letterFigures({ home, bare }: Letters, share: number): string {
  return `${at(home, share).toFixed(0)} ms | ${(at(home, share) / at(bare, share)).toFixed(1)} ×`;
}

/** The median with the least and the most, and how many times as long as until its page without scripts is painted. */
function loadFigures(loads: FirstLoad[], kind: "cold" | "again", what: "painted" | "usable"): string {
  const [low, middle, high] = [0, 0.5, 1].map((share) =>
    at(
      loads.map((load) => load[kind][what]),
      share,
    ),
  );
  const ratio = at(
    loads.map((load) => load[kind][what] / load.bare),
    0.5,
  );
  return `${middle!.toFixed(0)} (${low!.toFixed(0)}–${high!.toFixed(0)}) ms | ${ratio.toFixed(1)} ×`;
}

async function signedIn(browser: Browser, url: string, email: string) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    // what waits for a condition is evaluated in the page
    bypassCSP: true,
  });
  // what tsx adds to named functions, for those that run in the page
  await context.addInitScript("globalThis.__name = (it) => it;");
  await context.request.post(`${url}/api/sessions`, { data: { email, password } });
  return context;
}
