import type { BrowserContext, Page } from "@playwright/test";
import { gzipSync } from "node:zlib";
import { serveBare } from "./bare.ts";

export interface FirstLoad {
  /** Bytes of JavaScript, gzipped, that were asked for before Home's posts were there. */
  scriptBytes: number;
  /** Milliseconds from the start of the navigation until the first post was painted. */
  cold: number;
  again: number;
  /** The same of what the page shows then, without its scripts. */
  bare: number;
}

/** Milliseconds after which what a page does for later is done. */
export const rest = 10_000;

/** Opens Home for the first time in a browser, a second time, and without scripts. */
export async function firstLoad(context: BrowserContext, url: string, slowdown: number): Promise<FirstLoad> {
  const page = await context.newPage();
  const throttle = await context.newCDPSession(page);
  await throttle.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      const text = document.querySelector("article[data-post] p");
      if (!text) return;
      observer.disconnect();
      // the browser tells when what is marked so was on the screen
      text.setAttribute("elementtiming", "first post");
      new PerformanceObserver((list) => {
        // said rather than asked for: what asks would take part of the page's time
        for (const { renderTime } of list.getEntries() as { renderTime?: number }[])
          console.info(`first post ${renderTime}`);
      }).observe({ type: "element", buffered: true });
    }).observe(document, { childList: true, subtree: true });
  });
  const scripts = new Map<string, Promise<Buffer>>();
  page.on("response", (response) => {
    if (response.url().endsWith(".js")) scripts.set(response.url(), response.body());
  });
  const cold = await open(page, url);
  // what it fetches from then on is for later
  const before = await page.evaluate(
    (painted) =>
      performance
        .getEntriesByType("resource")
        .flatMap(({ name, startTime }) => (startTime < painted ? [name] : [])),
    cold,
  );
  const bodies = await Promise.all(before.flatMap((name) => scripts.get(name) ?? []));
  // as somebody comes back
  await page.waitForTimeout(rest);
  const again = await open(page, url);
  const still = await serveBare(page);
  const bare = await open(page, still.url);
  await page.close();
  still.close();
  const scriptBytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  return { scriptBytes, cold, again, bare };
}

async function open(page: Page, url: string): Promise<number> {
  const painted = page.waitForEvent("console", (message) => message.text().startsWith("first post"));
  await page.goto(url);
  return Number((await painted).text().split(" ").at(-1));
}
