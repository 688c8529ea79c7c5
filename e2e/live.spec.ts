import { postsApi } from "@meridian/shared/posts";
import { expect, test } from "./stories.ts";

test("a post by Sydney appears in London and Vancouver within a second, unread there and not at its author's", async ({
  company,
  open,
}) => {
  const sydney = await company.hire("Sasha Sydney", "Sydney");
  const london = await company.hire("Lena London", "London");
  const vancouver = await company.hire("Vic Vancouver", "Vancouver");
  const everyone = await company.channelId("everyone");
  await company.as(company.admin, postsApi.create, {
    key: "welcome-all",
    channelIds: [everyone],
    body: "Welcome, all",
  });
  const [s, l, v] = [await open(sydney), await open(london), await open(vancouver)];
  await s.gotoChannel("everyone");
  await expect(l.post("Welcome, all")).toBeVisible();
  await v.gotoChannel("everyone");
  await expect(v.post("Welcome, all")).toBeVisible();
  await v.goto("/saved");

  await s.write("G’day, the **release** is out #launch");
  await expect(s.post("the release is out")).toBeVisible();
  const sent = Date.now();
  await expect(l.page.getByRole("button", { name: "1 new post" })).toBeVisible({ timeout: 1_000 });
  expect(Date.now() - sent).toBeLessThan(1_500);
  await expect.poll(() => v.unread("Everyone")).toBe("1");
  expect(await s.unread("Everyone")).toBe("");
  await l.readOn("the release is out");
  await expect.poll(() => l.unread("Everyone")).toBe("");

  await l.post("the release is out").getByRole("link", { name: "Reply" }).click();
  await l.reply("Well done from a dark London");
  await expect(l.post("Well done from a dark London")).toBeVisible();
  await expect(s.post("the release is out").getByText("1 reply")).toBeVisible();

  await v.gotoChannel("everyone");
  await v.post("the release is out").getByRole("button", { name: "React", exact: true }).click();
  await v.page.getByRole("searchbox", { name: "Search emoji" }).fill("rocket");
  await v.page.getByRole("gridcell", { name: "rocket" }).first().click();
  await expect(s.post("the release is out").getByRole("button", { name: "🚀: 1 reaction" })).toBeVisible();

  await s.choose("the release is out", "Edit");
  await s.page.getByLabel("Edit your post").fill("G’day, version two is out #launch");
  await s.page.getByLabel("Edit your post").press("Control+Enter");
  await expect(v.post("version two is out")).toBeVisible();
  await v.post("version two is out").getByRole("button", { name: "edited" }).click();
  await expect(v.page.getByRole("dialog").getByText("the release is out")).toBeVisible();
  await v.page.keyboard.press("Escape");

  await l.choose("Well done from a dark London", "Delete");
  await expect(l.post("Well done from a dark London")).toHaveCount(0);
  await expect(v.post("version two is out").getByRole("link", { name: "Reply" })).toBeVisible();
  await l.page.getByRole("button", { name: "Undo" }).click();
  await expect(l.post("Well done from a dark London")).toBeVisible();
  await expect(v.post("version two is out").getByText("1 reply")).toBeVisible();

  await s.choose("version two is out", "Delete");
  await expect(v.page.getByText("This post was deleted by its author.")).toBeVisible();
});

test("a screen that heard every event equals a fresh load", async ({ company, open }) => {
  const writer = await company.hire("Wanda Writer", "Berlin");
  const reader = await company.hire("Rolf Reader", "New York");
  const [w, r] = [await open(writer), await open(reader)];
  await w.gotoChannel("everyone");
  await r.gotoChannel("everyone");
  for (const text of ["one", "two", "three", "four"]) {
    await w.write(`fresh ${text}`);
    await expect(w.post(`fresh ${text}`)).toBeVisible();
  }
  await w.choose("fresh two", "Delete");
  await w.choose("fresh three", "Edit");
  await w.page.getByRole("textbox", { name: "Edit your post" }).fill("fresh three, mended");
  await w.page.getByRole("button", { name: "Save changes" }).click();
  await w.post("fresh four").getByRole("button", { name: "Save for later" }).click();
  await r.readOn("fresh three, mended");
  await expect(r.post("fresh two")).toHaveCount(0);
  // of this story: how many older posts are drawn below depends on how high those above turn out to be
  const texts = () => r.post("fresh").evaluateAll((all) => all.map((one) => one.textContent));
  const heard = await texts();
  await r.page.reload();
  await expect(r.post("fresh four")).toBeVisible();
  expect(await texts()).toEqual(heard);
});

test("two tabs of one person agree on what is read", async ({ company, open }) => {
  const writer = await company.hire("Tess Tabs", "Paris");
  const reader = await company.hire("Tom Tabs", "Paris");
  const first = await open(reader, { path: "/saved" });
  const second = await open(reader, { path: "/saved", context: first.page.context() });
  const w = await open(writer, { path: "/channels/everyone" });
  await w.write("for two tabs");
  await expect.poll(() => first.unread("Everyone")).toBe("1");
  await expect.poll(() => second.unread("Everyone")).toBe("1");
  await first.gotoChannel("everyone");
  await expect(first.post("for two tabs")).toBeVisible();
  await expect.poll(() => second.unread("Everyone")).toBe("");
});
