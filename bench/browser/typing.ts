import type { Page } from "@playwright/test";

/** Types into the composer, letter by letter; answers how many milliseconds each took to be painted. */
export async function typing(page: Page, letters: number): Promise<number[]> {
  const composer = page.locator("textarea[data-composer]");
  await composer.waitFor();
  await composer.evaluate((area) => {
    const taken: number[] = [];
    const watch = (event: Event) => {
      const channel = new MessageChannel();
      // after the next frame has been painted
      channel.port1.onmessage = () => taken.push(performance.now() - event.timeStamp);
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    const takenUntilNow = () => {
      area.removeEventListener("keydown", watch);
      return taken;
    };
    Object.assign(globalThis, { takenUntilNow });
    area.addEventListener("keydown", watch);
  });
  await composer.focus();
  for (let letter = 0; letter < letters; letter += 1) {
    await page.keyboard.type("abcdefg "[letter % 8]!);
    await page.waitForTimeout(60);
  }
  return (await page.evaluate("takenUntilNow()")) as number[];
}
