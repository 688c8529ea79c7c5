import { postsApi } from "@meridian/shared/posts";
import { expect, test } from "./stories.ts";

test("pressed twice it is sent once, and what is typed right after stays", async ({ company, open }) => {
  const me = await company.hire("Tess Twice", "London");
  const s = await open(me, { path: "/channels/everyone" });
  await s.composer.fill("once only");
  await expect(s.page.locator("form [type=submit]")).toBeEnabled();
  await s.page.evaluate(async () => {
    const area = document.querySelector<HTMLTextAreaElement>("textarea[data-composer]")!;
    const press = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
    area.focus();
    area.dispatchEvent(new KeyboardEvent("keydown", press));
    // as soon as a browser tells of the next press
    await new Promise((resolve) => setTimeout(resolve));
    area.dispatchEvent(new KeyboardEvent("keydown", press));
    document.execCommand("insertText", false, "the next one");
  });
  await expect(s.post("once only")).toHaveCount(1);
  await expect(s.outgoing).toHaveCount(0);
  await expect(s.post("once only")).toHaveCount(1);
  await expect(s.composer).toHaveValue("the next one");
});

test("Escape in a changed post loses nothing, Cancel drops the change, and the focus returns", async ({
  company,
  open,
}) => {
  const me = await company.hire("Edna Edits", "London");
  const channelIds = [await company.channelId("everyone")];
  await company.as(me, postsApi.create, { key: crypto.randomUUID(), channelIds, body: "to be changed" });
  const s = await open(me, { path: "/channels/everyone" });
  const page = s.page;
  const post = page.locator("article[data-post]").first();
  const editor = post.locator("textarea");
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await page.keyboard.type(" and more");
  await page.keyboard.press("Escape");
  await expect(post).toBeFocused();
  await page.keyboard.press("e");
  await expect(editor).toHaveValue("to be changed and more");
  await post.getByRole("button", { name: "Cancel" }).click();
  await expect(post).toBeFocused();
  await page.keyboard.press("e");
  await expect(editor).toHaveValue("to be changed");
});

test("suggestions for a reply at the lower edge stand above the text", async ({ company, open }) => {
  const me = await company.hire("Sue Gest", "London");
  const channelIds = [await company.channelId("everyone")];
  const body = "long\n\n".repeat(60);
  const { id } = await company.as(me, postsApi.create, { key: crypto.randomUUID(), channelIds, body });
  const s = await open(me, { path: `/posts/${id}`, phone: true });
  await s.composer.pressSequentially("@sue");
  const option = s.page.getByRole("option", { name: /Sue Gest/ });
  await expect(option).toBeInViewport({ ratio: 1 });
  await option.tap();
  await expect(s.composer).toHaveValue("@sue.gest ");

  // they leave with the text, here by another tab
  await s.composer.pressSequentially("@sue");
  await expect(option).toBeVisible();
  const other = await s.page.context().newPage();
  await other.goto(s.page.url());
  await other.locator("textarea[data-composer]").fill("");
  await expect(s.composer).toHaveValue("");
  await expect(option).toHaveCount(0);
});
