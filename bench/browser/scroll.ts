import type { Page } from "@playwright/test";

export interface Scroll {
  /** Milliseconds between frames. */
  p50: number;
  p95: number;
  /** The most posts that were in the document at once. */
  drawn: number;
}

/**
 * Reads a channel to its end, then scrolls back up through it, `pixels` a frame: as a fast hand does at 6,000 pixels a
 * second when frames come 60 times a second.
 */
export async function scroll(page: Page, { pixels = 100, frames = 400 } = {}): Promise<Scroll> {
  await page.locator("article[data-post]").first().waitFor();
  const { times, drawn } = await page.evaluate(
    async ([step, count]) => {
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let still = 0; still < 60;) {
        const before = document.documentElement.scrollHeight;
        window.scrollBy({ top: 20_000 });
        await frame();
        const atEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 5;
        still = atEnd && document.documentElement.scrollHeight === before ? still + 1 : 0;
      }
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
      return { times: between, drawn: most };
    },
    [pixels, frames],
  );
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)]!;
  return { p50: at(0.5), p95: at(0.95), drawn };
}
