import { type Browser, chromium } from "@playwright/test";
import { chromiumArguments } from "../../e2e/chromium.ts";
import { Server } from "../../e2e/server.ts";
import type { Part } from "../report.ts";
import { whilePostsArrive } from "./arriving.ts";
import { fill, password } from "./company.ts";
import { firstLoad } from "./firstLoad.ts";
import { growth } from "./memory.ts";
import { readToEnd, scroll } from "./scroll.ts";
import { typing } from "./typing.ts";

/** As a phone that is four times as slow as this machine. */
const slowdown = 4;

/** The example company and a channel of many posts in a slowed-down Chromium. */
export async function measureBrowser(quick: boolean): Promise<Part> {
  const posts = quick ? 2_000 : 10_000;
  process.stderr.write(`browser: a channel of ${posts} posts\n`);
  const server = await Server.start();
  const executablePath = process.env["CHROMIUM_BINARY"];
  const browser = await chromium.launch({
    args: chromiumArguments,
    ...(executablePath && { executablePath }),
  });
  try {
    const email = await fill(server, posts);
    const load = await firstLoad(await signedIn(browser, server.url, email), server.url, slowdown);
    const context = await signedIn(browser, server.url, email);
    const page = await context.newPage();
    await page.goto(`${server.url}/channels/long`);
    await readToEnd(page);
    const throttle = await context.newCDPSession(page);
    await throttle.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    const frames = await scroll(page);
    await page.goto(server.url);
    await page.locator("article[data-post]").first().waitFor();
    const letters = await whilePostsArrive(server.url, { rate: 20, seconds: 10 }, () => typing(page));
    await throttle.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    // an hour of five posts a second in some minutes
    const held = quick ? undefined : await growth(page, server.url, { rate: 60, seconds: 300 });
    const table = [
      `| in Chromium, its processor slowed down ${slowdown} times | |`,
      "| --- | --- |",
      `| JavaScript before Home's posts are there, gzipped | ${(load.scriptBytes / 1_000).toFixed(0)} kB |`,
      `| first post painted, cold | ${load.cold.toFixed(0)} ms |`,
      `| the same, again | ${load.again.toFixed(0)} ms |`,
      `| a typed letter on screen while 20 posts a second arrive, p95 | ${letters.toFixed(0)} ms |`,
      `| between frames, ${posts.toLocaleString("en")} posts scrolled at 6,000 pixels a second, p50 | ${frames.p50.toFixed(1)} ms |`,
      `| the same, p95 | ${frames.p95.toFixed(1)} ms |`,
      `| posts in the document at once, at most | ${frames.drawn} |`,
      ...(held
        ? [
            `| memory of the page after ${held.posts.toLocaleString("en")} more posts in ${held.minutes} minutes, beside a fifth of the way | ${held.ratio.toFixed(2)} × of ${(held.bytes / 1e6).toFixed(0)} MB |`,
          ]
        : []),
    ];
    return { table: table.join("\n"), faults: [] };
  } finally {
    await browser.close();
    await server.stop();
  }
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
