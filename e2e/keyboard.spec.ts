import { expect, test } from "./stories.ts";

/** Milliseconds: nobody presses a key for what came into sight in the same frame. */
const glance = 500;

test("a day's work by keyboard only", async ({ company, open }) => {
  const me = await company.hire("Kim Keys", "New York");
  await company.hire("Zoë Ångström", "Paris");
  const { page } = await open(me);
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Text of the post" })).toBeFocused();
  await page.keyboard.type("Hello @zo");
  await expect(page.getByRole("option", { name: /Zoë Ångström/ })).toBeVisible();
  await page.waitForTimeout(glance);
  await page.keyboard.press("Enter");
  await page.keyboard.type("and @par");
  await expect(page.getByRole("option", { name: /Everybody in Paris/ })).toBeVisible();
  await page.waitForTimeout(glance);
  await page.keyboard.press("Tab");
  await page.keyboard.type("by keys #typing");
  await page.keyboard.press("Control+Enter");
  const post = page.locator("article[data-post]").filter({ hasText: "by keys" });
  await expect(post.getByRole("link", { name: /^@zo/ })).toBeVisible();
  await expect(post.getByRole("link", { name: "@paris" })).toBeVisible();

  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(post).toBeFocused();
  await page.keyboard.press("e");
  await page.keyboard.type(" and more");
  await page.keyboard.press("Control+Enter");
  await expect(post.getByText("and more")).toBeVisible();
  // saved, and not only typed
  await expect(post.locator("textarea")).toHaveCount(0);
  // up, where nothing is: there may be older posts below
  await page.keyboard.press("k");
  await page.keyboard.press("s");
  await expect(post.getByRole("button", { name: "Remove from saved" })).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByRole("textbox", { name: "Text of the reply" })).toBeFocused();
  await page.keyboard.type("answering myself");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator("article[data-post]").filter({ hasText: "answering myself" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  await expect(page.getByRole("heading", { name: "Saved", level: 1 })).toBeVisible();
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(help).toBeVisible();
  await page.waitForTimeout(glance);
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await page.waitForTimeout(glance);
  await page.keyboard.press("g");
  await page.keyboard.press("h");
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
});
