import type { BrowserContext, Page } from "@playwright/test";
import { gzipSync } from "node:zlib";
import { serveBare } from "./bare.ts";
import { slowed } from "./slowed.ts";

/** Milliseconds from the start of a navigation. */
interface Opened {
  /** Until the first post was painted. */
  painted: number;
  /** Until Home could be used: the page has taken over what the server has drawn, the composer with it. */
  usable: number;
}

export interface FirstLoad {
  /** Bytes of JavaScript, gzipped, that were asked for before Home could be used. */
  scriptBytes: number;
  cold: Opened;
  again: Opened;
  /** Until the first post was painted of what the page shows then, without its scripts. */
  bare: number;
}

/** Opens Home for the first time in a browser, a second time after so many milliseconds, and without scripts. */
export async function firstLoad(context: BrowserContext, url: string, rest: number): Promise<FirstLoad> {
  const page = await context.newPage();
  try {
    return await slowed(page, () => load(page, url, rest));
  } finally {
    await page.close();
  }
}

async function load(page: Page, url: string, rest: number): Promise<FirstLoad> {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      const text = document.querySelector("article[data-post] p");
      if (!text) return;
      // the browser tells when what is marked so was on the screen
      if (!document.querySelector("[elementtiming]")) text.setAttribute("elementtiming", "first post");
      if (document.querySelector("#main [inert]")) return;
      observer.disconnect();
      const usable = performance.now();
      new PerformanceObserver((list) => {
        // said rather than asked for: what asks would take part of the page's time
        for (const { renderTime } of list.getEntries() as { renderTime?: number }[])
          console.info(`first post ${renderTime} ${usable}`);
      }).observe({ type: "element", buffered: true });
    }).observe(document, { childList: true, subtree: true, attributeFilter: ["inert"] });
  });
  const cold = await open(page, url);
  // what it fetches from then on is for later
  const before = await page.evaluate(
    (usable) =>
      performance
        .getEntriesByType("resource")
        .flatMap(({ name, startTime }) => (startTime < usable ? [name] : [])),
    cold.usable,
  );
  const scripts = before.filter((name) => name.endsWith(".js"));
  const bodies = await Promise.all(scripts.map(async (name) => (await fetch(name)).arrayBuffer()));
  // as somebody comes back
  await page.waitForTimeout(rest);
  const again = await open(page, url);
  const still = await serveBare(page);
  const { painted: bare } = await open(page, still.url);
  still.close();
  const scriptBytes = bodies.reduce((sum, body) => sum + gzipSync(body, { level: 9 }).length, 0);
  return { scriptBytes, cold, again, bare };
}

async function open(page: Page, url: string): Promise<Opened> {
  const said = page.waitForEvent("console", (message) => message.text().startsWith("first post"));
  await page.goto(url);
  const [painted, usable] = (await said).text().split(" ").slice(2).map(Number) as [number, number];
  return { painted, usable };
}
