import { peopleApi } from "@meridian/shared/people";
import { password } from "./company.ts";
import { postsApi } from "@meridian/shared/posts";
import { expect, test } from "./stories.ts";

test("a lead pins, an admin hides and brings back, a suspended person's page is closed at once, and they appeal at the door", async ({
  company,
  open,
}) => {
  const lead = await company.hire("Lea Lead", "Berlin");
  const staff = await company.hire("Stefan Staff", "Berlin");
  const reader = await company.hire("Ruth Reader", "Sydney");
  await company.as(company.admin, peopleApi.edit, { id: lead.id, leads: [company.officeId("Berlin")] });
  const s = await open(staff, { path: "/channels/berlin" });
  const l = await open(lead, { path: "/channels/berlin" });
  const r = await open(reader, { path: "/channels/berlin" });
  const a = await open(company.admin, { path: "/channels/berlin" });
  await s.settled();
  await s.write("Kuchen in the kitchen");
  await l.readOn("Kuchen in the kitchen");
  await l.choose("Kuchen in the kitchen", "Pin");
  await expect(
    r.page.getByRole("region", { name: "Pinned" }).getByText("Kuchen in the kitchen"),
  ).toBeVisible();

  await a.readOn("Kuchen in the kitchen");
  await a.choose("Kuchen in the kitchen", "Hide the post");
  await a.page.getByRole("textbox", { name: "Reason" }).fill("The cake is a lie");
  await a.page.getByRole("dialog").getByRole("button", { name: "Hide the post" }).click();
  if (await r.newPosts.isVisible()) await r.newPosts.click();
  await expect(r.page.getByText("This post was removed by a lead or an admin.")).toBeVisible();
  expect(await r.page.content()).not.toContain("Kuchen in the kitchen");
  await expect(s.post("Kuchen in the kitchen").getByText("The cake is a lie")).toBeVisible();
  const { posts } = await company.as(staff, postsApi.person, { id: staff.id });
  await company.as(company.admin, postsApi.unhide, { id: posts[0]!.id });
  await expect(r.post("Kuchen in the kitchen")).toBeVisible();

  await company.as(company.admin, peopleApi.suspend, { id: staff.id, reason: "Too much cake", until: null });
  await expect(s.page.getByRole("heading", { name: "Sign in" })).toBeVisible({ timeout: 2_000 });
  await expect(s.page.getByText("Too much cake")).toBeVisible();
  await s.page.getByRole("textbox", { name: "E-mail" }).fill(staff.email);
  await s.page.getByLabel("Password", { exact: true }).fill(password);
  await s.page.getByRole("button", { name: "Sign in" }).click();
  await s.page
    .getByRole("textbox", { name: "Why should it be decided otherwise?" })
    .fill("It was one slice.");
  await s.page.getByRole("button", { name: "Appeal" }).click();
  await expect(s.page.getByText("Your appeal has arrived.")).toBeVisible();
});
