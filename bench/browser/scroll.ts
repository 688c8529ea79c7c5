import type { Page } from "@playwright/test";

export interface Scroll {
  /** Milliseconds between one frame and the next. */
  between: number[];
  /** The most posts that were in the document at once. */
  drawn: number;
}

/** Reads a channel to its end: what has been read once can be scrolled through without waiting for the server. */
export async function readToEnd(page: Page): Promise<void> {
  await page.locator("article[data-post]").first().waitFor();
  await page.evaluate(async () => {
    const height = () => document.documentElement.scrollHeight;
    for (let still = 0; still < 60;) {
      const before = height();
      window.scrollTo({ top: before });
      await new Promise(requestAnimationFrame);
      const atEnd = window.scrollY + window.innerHeight >= height() - 5;
      still = atEnd && height() === before ? still + 1 : 0;
    }
  });
}

/** Scrolls up, `pixels` a frame: as a fast hand does at 6,000 pixels a second when frames come 60 times a second. */
export async function scroll(page: Page, frames: number, pixels = 100): Promise<Scroll> {
  return page.evaluate(
    async ([step, count]) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      let last = await frame();
      let most = 0;
      const between: number[] = [];
      for (let turn = 0; turn < count!; turn += 1) {
        window.scrollBy({ top: -step! });
        const now = await frame();
        between.push(now - last);
        last = now;
        most = Math.max(most, document.querySelectorAll("article[data-post]").length);
      }
      return { between, drawn: most };
    },
    [pixels, frames],
  );
}
