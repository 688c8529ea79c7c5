import type { Page } from "@playwright/test";

/** As a phone that is so many times as slow as this machine. */
export const slowdown = 4;

/**
 * Does something while a page is slowed down, and no longer: Chromium slows a page's thread down by keeping it busy, so one that only
 * waits would take most of a core from whatever is measured next.
 */
export async function slowed<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  try {
    return await work();
  } finally {
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await session.detach();
  }
}
