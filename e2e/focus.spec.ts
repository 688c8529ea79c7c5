import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { threadsApi } from "@meridian/shared/threads";
import { expect, test } from "./stories.ts";

test("a page is told and begins at its title; Back leads to the post that was left", async ({
  company,
  open,
}) => {
  const me = await company.hire("Fay Focus", "London");
  const name = "Where one goes back to";
  const { id, slug } = await company.as(me, channelsApi.create, { name, about: "", private: false });
  for (let n = 1; n <= 12; n += 1)
    await company.as(me, postsApi.create, {
      key: crypto.randomUUID(),
      channelIds: [id],
      body: `number ${n} to go to`,
    });
  const s = await open(me, { path: `/channels/${slug}` });
  const { page } = s;
  const title = page.getByRole("heading", { level: 1 });
  // what moves the focus comes once the page is at rest
  await expect(page.locator("body > p[role=status]")).toHaveCount(1);
  const post = s.post("number 10 to");
  await post.getByRole("link", { name: "Reply" }).focus();
  await page.keyboard.press("Enter");
  await expect(s.composer).toBeFocused();
  await page.goBack();
  await expect(post).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(title).toHaveText("Thread");
  await expect(title).toBeFocused();

  // what keeps the focus keeps it; the page's name is said
  const link = page.getByRole("navigation").getByRole("link", { name: "Saved" }).first();
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("body > p[role=status]")).toHaveText("Saved · Meridian");
  await expect(link).toBeFocused();
});

test("the focus goes on to the neighbour of a post that is deleted, and from Follow to Following", async ({
  company,
  open,
}) => {
  const me = await company.hire("Nora Next", "London");
  const name = "Where the focus stays";
  const { id, slug } = await company.as(company.admin, channelsApi.create, {
    name,
    about: "",
    private: false,
  });
  for (const body of ["the older one", "the newer one"])
    await company.as(me, postsApi.create, { key: crypto.randomUUID(), channelIds: [id], body });
  const s = await open(me, { path: `/channels/${slug}` });
  const follow = s.page.getByRole("button", { name: `Follow ${name}` });
  await follow.focus();
  await s.page.keyboard.press("Enter");
  await expect(s.page.getByRole("button", { name: `Following: ${name}` })).toBeFocused();
  await s.page.keyboard.press("j");
  await s.choose("the newer one", "Delete");
  await expect(s.post("the newer one")).toHaveCount(0);
  await expect(s.post("the older one")).toBeFocused();
});

test("what has the focus is not covered by the composer of a thread", async ({ company, open }) => {
  const me = await company.hire("Clara Clear", "London");
  const channelIds = [await company.channelId("everyone")];
  const { id } = await company.as(me, postsApi.create, {
    key: crypto.randomUUID(),
    channelIds,
    body: "a long thread",
  });
  for (let n = 1; n <= 20; n += 1)
    await company.as(me, threadsApi.reply, { id, key: crypto.randomUUID(), body: `answer ${n}` });
  const s = await open(me, { path: `/posts/${id}` });
  await s.composer.fill("a draft\nof\nseveral\nlines");
  await s.composer.press("Escape");
  for (let n = 1; n <= 12; n += 1) {
    await s.page.keyboard.press("j");
    await expect(s.page.locator("article:focus")).toContainText(`answer ${n}`);
  }
  const foot = async () => {
    const composer = (await s.page.locator("form", { has: s.composer }).boundingBox())!.y;
    const focused = (await s.page.locator(":focus").boundingBox())!;
    return composer - (focused.y + focused.height);
  };
  await expect.poll(foot).toBeGreaterThanOrEqual(0);
  for (let n = 1; n <= 6; n += 1) {
    await s.page.keyboard.press("Tab");
    expect(await foot()).toBeGreaterThanOrEqual(0);
  }
});

test("Escape closes a tooltip before it leaves a thread", async ({ company, open }) => {
  const me = await company.hire("Esme Escape", "London");
  const channelIds = [await company.channelId("everyone")];
  const { id } = await company.as(me, postsApi.create, {
    key: crypto.randomUUID(),
    channelIds,
    body: "with a tooltip",
  });
  const s = await open(me, { path: "/" });
  await s.lead(`/posts/${id}`);
  await s.page.keyboard.press("Tab");
  const save = s.page.getByRole("button", { name: "Save for later" });
  await save.focus();
  await s.page.keyboard.press("Shift+Tab");
  await s.page.keyboard.press("Tab");
  const tooltip = s.page.getByRole("tooltip", { name: "Save for later" }).or(s.page.getByRole("tooltip"));
  await expect(tooltip).toBeVisible();
  await s.page.keyboard.press("Escape");
  await expect(tooltip).toHaveCount(0);
  await expect(save).toBeFocused();
});

test("a finger finds who reacted, and when a post was written", async ({ company, open }) => {
  const sydney = await company.hire("Sid Far", "Sydney");
  const channelIds = [await company.channelId("everyone")];
  const body = "from the other side";
  const { id } = await company.as(sydney, postsApi.create, { key: crypto.randomUUID(), channelIds, body });
  await company.as(company.admin, reactionsApi.react, { id, emoji: "👍" });
  const me = await company.hire("Finn Finger", "London");
  const s = await open(me, { path: "/channels/everyone", phone: true });
  await s.choose(body, "Reactions");
  await expect(s.page.getByRole("dialog")).toContainText("Ada Admin reacted with 👍");
  await s.page.getByRole("button", { name: "Close" }).tap();
  await s.post(body).getByRole("time").tap();
  await expect(s.page.getByText(/\d\d:\d\d for you, .*\d\d:\d\d in Sydney/)).toBeVisible();
});

test("the reason why a post is hidden stays within the page", async ({ company, open }) => {
  const me = await company.hire("Heidi Hidden", "London");
  const channelIds = [await company.channelId("everyone")];
  const { id } = await company.as(me, postsApi.create, {
    key: crypto.randomUUID(),
    channelIds,
    body: "hidden soon",
  });
  const reason = `Harassment: whatever hurts, belittles or threatens somebody. ${"Afterthought".repeat(12)}`;
  await company.as(company.admin, postsApi.hide, { id, reason });
  const s = await open(me, { path: `/posts/${id}`, phone: true });
  await expect(s.page.getByText(/^Harassment/)).toBeVisible();
  const { scrollWidth, clientWidth } = await s.page.evaluate(() => document.documentElement);
  expect(scrollWidth).toBe(clientWidth);
});
