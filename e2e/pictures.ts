import { test } from "@playwright/test";
import { join } from "node:path";
import { Server } from "./server.ts";
import { newContext, type OpenOptions } from "./stories.ts";

const folder = join(import.meta.dirname, "../docs/pictures");

const pictures: { name: string; path: string; options: OpenOptions; thread?: boolean; key?: string }[] = [
  { name: "home", path: "/", options: {} },
  { name: "thread-dark", path: "/", options: { dark: true }, thread: true },
  { name: "phone", path: "/", options: { phone: true } },
  { name: "people", path: "/people", options: {} },
  { name: "desk", path: "/moderation", options: {}, key: "j" },
];

/** The next working morning in London: at night and on a weekend the offices look alike. */
function workingMorning(): Date {
  const morning = new Date();
  morning.setUTCHours(8, 31, 0, 0);
  do morning.setUTCDate(morning.getUTCDate() + 1);
  while (morning.getUTCDay() % 6 === 0);
  return morning;
}

test("the pictures of the README", async ({ browser }) => {
  const server = await Server.start();
  try {
    const first = await newContext(browser, { zone: "Europe/London", city: "London" }, {});
    await first.request.post(`${server.url}/api/company/example`, {
      data: { setupToken: server.setupToken },
    });
    const session = await first.storageState();
    for (const { name, path, options, thread, key } of pictures) {
      const context = await newContext(browser, { zone: "Europe/London", city: "London" }, options);
      await context.addCookies(session.cookies);
      const page = await context.newPage();
      await page.clock.setFixedTime(workingMorning());
      // no clock is asked for more
      await page.mouse.move(640, 880);
      await page.goto(server.url + path);
      if (thread)
        await page
          .getByRole("link", { name: /^\d+ replies/ })
          .first()
          .click();
      await page.waitForLoadState("networkidle");
      if (key) await page.keyboard.press(key);
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      // the refresh token was spent by this page: the next one needs its successor
      session.cookies = (await context.storageState()).cookies;
      await context.close();
    }
    await first.close();
  } finally {
    await server.stop();
  }
});
