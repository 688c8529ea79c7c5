import { expect, test } from "@playwright/test";
import { newContext } from "./stories.ts";
import { Server } from "./server.ts";

test("an empty database opens on the first run, and only the link in the terminal opens it", async ({
  browser,
}) => {
  const server = await Server.start();
  try {
    const context = await newContext(browser, { zone: "Europe/Paris", city: "Paris" }, { locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(server.url);
    await expect(page.getByText("Open the link that the terminal shows")).toBeVisible();
    await page.goto(`${server.url}/first-run#${server.setupToken}`);
    await page.getByRole("textbox", { name: "Name of the company" }).fill("Halyard & Cie");
    await page.getByRole("textbox", { name: "Your name" }).fill("Élodie Ménard");
    await page.getByRole("textbox", { name: "Your e-mail" }).fill("elodie@example.com");
    await page.getByLabel("A password").fill("correct horse battery");
    await page.getByRole("button", { name: "Open Meridian" }).click();
    await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
    await expect(
      page.getByRole("navigation", { name: "The offices’ local times" }).getByRole("link"),
    ).toHaveCount(6);
    // the link is spent: it sets nothing up again, and leads a stranger to the way in
    const again = { setupToken: server.setupToken };
    expect((await page.request.post(`${server.url}/api/company/example`, { data: again })).status()).toBe(
      409,
    );
    const stranger = await newContext(browser, { zone: "Europe/Paris", city: "Paris" }, { locale: "en-GB" });
    const other = await stranger.newPage();
    await other.goto(`${server.url}/first-run#${server.setupToken}`);
    await expect(other.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await stranger.close();
    await context.close();
  } finally {
    await server.stop();
  }
});

test("looking around first fills in a company that can be worked in", async ({ browser }) => {
  const server = await Server.start();
  try {
    const context = await newContext(browser, { zone: "Europe/London", city: "London" }, {});
    const page = await context.newPage();
    await page.goto(`${server.url}/first-run#${server.setupToken}`);
    await page.getByRole("button", { name: "Look around first" }).click();
    await expect(page.locator("article[data-post]").first()).toBeVisible({ timeout: 30_000 });
    await page.goto(`${server.url}/people`);
    await expect(page.getByText("60 people").first()).toBeVisible();
    await context.close();
  } finally {
    await server.stop();
  }
});
