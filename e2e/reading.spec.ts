import { postsApi } from "@meridian/shared/posts";
import { threadsApi } from "@meridian/shared/threads";
import type { Page } from "@playwright/test";
import type { Colleague, Company } from "./company.ts";
import { expect, test } from "./stories.ts";

const key = () => crypto.randomUUID();

async function write(company: Company, who: Colleague, body: string): Promise<string> {
  const channelIds = [await company.channelId("everyone")];
  return (await company.as(who, postsApi.create, { key: key(), channelIds, body })).id;
}

async function writeReplies(company: Company, who: Colleague, id: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) {
    const body = `reply ${n}\n\n${"a line of text\n\n".repeat(n % 5)}`;
    ids.push((await company.as(who, threadsApi.reply, { id, key: key(), body })).id);
  }
  return ids;
}

/** How far from the window's upper edge a post stands. */
const topOf = (page: Page, id: string) =>
  page.locator(`#post-${id}`).evaluate((post) => Math.round(post.getBoundingClientRect().top));

test("Back finds the same post at the same height, though others have posted meanwhile", async ({
  company,
  open,
}) => {
  const [me, other] = [
    await company.hire("Rea Reader", "London"),
    await company.hire("Olaf Other", "Berlin"),
  ];
  const ids: string[] = [];
  for (let n = 0; n < 40; n += 1)
    ids.push(await write(company, other, `post ${n}\n\n${"more text\n\n".repeat(n % 7)}`));
  const { page, newPosts } = await open(me, { path: "/channels/everyone" });
  const read = ids[25]!;
  const post = page.locator(`#post-${read}`);
  await expect(async () => {
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 700);
    await expect(post).toBeInViewport({ timeout: 300 });
  }).toPass({ timeout: 30_000 });
  await page.waitForTimeout(500);
  const before = await topOf(page, read);
  await post.getByRole("link", { name: "Reply" }).click();
  await expect(page.getByRole("heading", { name: "Thread" })).toBeVisible();
  await write(company, other, `while away ${"\n\ntext".repeat(12)}`);
  await page.goBack();
  await expect(newPosts).toBeVisible();
  await expect.poll(async () => Math.abs((await topOf(page, read)) - before)).toBeLessThanOrEqual(20);
});

test("a link to a reply far down stands in sight, earlier ones push nothing away, Back finds the place", async ({
  company,
  open,
}) => {
  const me = await company.hire("Lin Linked", "London");
  const root = await write(company, me, "a long thread");
  const replies = await writeReplies(company, me, root, 130);
  for (const linked of [replies[128]!, replies[90]!]) {
    const { page } = await open(me, { path: `/posts/${root}?reply=${linked}` });
    await expect(page.locator(`#post-${linked}`)).toBeInViewport();
    await page.waitForTimeout(700);
    await expect(page.locator(`#post-${linked}`)).toBeInViewport();
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, -50_000);
    // the list draws what is at its top now
    await page.waitForTimeout(500);
    const id = await page.locator("article[data-post]").nth(1).getAttribute("data-post");
    const before = await topOf(page, id!);
    await page.getByRole("button", { name: "Show more" }).first().click();
    await expect(page.locator("article[data-post]").nth(2)).toBeVisible();
    await page.waitForTimeout(500);
    const after = await topOf(page, id!);
    expect(Math.abs(after - before)).toBeLessThanOrEqual(2);
    await page.locator(`#post-${id}`).getByRole("link", { name: "Lin Linked" }).click();
    await expect(page.getByRole("heading", { name: "Lin Linked" }).first()).toBeVisible();
    await page.goBack();
    await expect.poll(async () => Math.abs((await topOf(page, id!)) - after)).toBeLessThanOrEqual(20);
  }
});

test("a thread stays when more of it can't be fetched, and says so when it is deleted", async ({
  company,
  open,
}) => {
  const me = await company.hire("Nan Network", "London");
  const root = await write(company, me, "thread with trouble");
  await writeReplies(company, me, root, 60);
  const { page } = await open(me, { path: `/posts/${root}` });
  await page.route(/replies\?/, (route) =>
    route.fulfill({ status: 404, json: { code: "not_found", message: "" } }),
  );
  // by key: a pointer may miss it while what came into sight above it is measured
  await page.getByRole("button", { name: "Show more" }).press("Enter");
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByText("thread with trouble").first()).toBeVisible();
  await page.unroute(/replies\?/);
  await page.getByRole("alert").getByRole("button").click();
  await expect(page.getByRole("alert")).toHaveCount(0);

  const lone = await write(company, me, "soon gone");
  const second = await open(me, { path: `/posts/${lone}` });
  await expect(second.page).toHaveTitle("Nan Network: soon gone · Thread · Meridian");
  await second.choose("soon gone", "Delete");
  await expect(second.page.getByText("This post was deleted by its author.")).toBeVisible();
  await expect(second.page).toHaveTitle("Nan Network · Thread · Meridian");
  await second.page.getByRole("button", { name: "Undo" }).click();
  await expect(second.post("soon gone")).toBeVisible();
});
