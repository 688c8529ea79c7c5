import { expect, test } from "./stories.ts";

test("a phone reads, opens a thread, replies and finds its way by the bar and the drawer", async ({
  company,
  open,
}) => {
  const me = await company.hire("Phil Phone", "Sydney");
  const s = await open(me, { phone: true });
  await s.write("from the train");
  await expect(s.post("from the train")).toBeVisible();
  await s.post("from the train").getByRole("link", { name: "Reply" }).click();
  await s.reply("and the tunnel");
  await expect(s.post("and the tunnel")).toBeVisible();
  await s.page.getByRole("button", { name: "Back" }).click();
  await expect(s.post("from the train").getByText("1 reply")).toBeVisible();
  await s.page.getByRole("button", { name: "Menu" }).click();
  await s.page
    .getByRole("dialog")
    .getByRole("link", { name: /^Sydney/ })
    .click();
  await expect(s.page.getByRole("heading", { name: "Sydney", level: 1 })).toBeVisible();
  // every office's clock is there, in a strip that scrolls by itself
  await expect(
    s.page.getByRole("navigation", { name: "The offices’ local times" }).getByRole("link"),
  ).toHaveCount(6);
});

test("times are told for the reader and for the author", async ({ company, open }) => {
  const sydney = await company.hire("Sid Times", "Sydney");
  const s = await open(sydney, { path: "/channels/everyone" });
  await s.write("what time is it");
  await expect(s.post("what time is it")).toBeVisible();
  const l = await open(company.admin, { path: "/channels/everyone" });
  await l.post("what time is it").getByRole("time").hover();
  await expect(l.page.getByText(/\d\d:\d\d for you, .*\d\d:\d\d in Sydney/)).toBeVisible();
});
