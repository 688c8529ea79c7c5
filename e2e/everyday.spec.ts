import { expect, test } from "./stories.ts";

test("writing to two channels, within the limit, with emoji and hashtags completed by keyboard", async ({
  company,
  open,
}) => {
  const me = await company.hire("Eve Everyday", "Paris");
  const s = await open(me);
  await s.page.getByRole("button", { name: "Add a channel" }).click();
  await s.page.getByRole("menuitem", { name: "Berlin" }).click();
  await expect(s.page.getByText("One thread for all of these channels")).toBeVisible();

  await s.composer.fill("x".repeat(4_990));
  await expect(s.page.getByText("10 characters left")).toBeVisible();
  await s.composer.fill("x".repeat(5_003));
  await expect(s.page.getByText("3 characters too many")).toBeVisible();
  await expect(s.page.getByRole("button", { name: "Post", exact: true })).toBeDisabled();

  await s.composer.fill("");
  await s.composer.pressSequentially("party :roc");
  await expect(s.page.getByRole("option", { name: /rocket/ })).toBeVisible();
  await s.page.keyboard.press("Enter");
  await s.composer.pressSequentially("#firsttag");
  await s.page.keyboard.press("Control+Enter");
  await expect(s.post("party 🚀").getByRole("link", { name: "Berlin" })).toBeVisible();

  await s.composer.pressSequentially("again #firstt");
  await expect(s.page.getByRole("option", { name: /#firsttag/ })).toBeVisible();
  await s.page.keyboard.press("Tab");
  await expect(s.composer).toHaveValue("again #firsttag ");
  await s.goto("/hashtags/firsttag");
  await expect(s.post("party 🚀")).toBeVisible();

  // on the page of one of its channels the other is named
  await s.gotoChannel("berlin");
  await expect(s.post("party 🚀").getByRole("link", { name: "in Everyone" })).toBeVisible();
  await expect(s.post("party 🚀").getByRole("link", { name: /Berlin$/ })).toHaveCount(0);
});

test("the language is chosen, kept, and signing out reaches the other tab", async ({ company, open }) => {
  const me = await company.hire("Dieter Deutsch", "Berlin");
  const s = await open(me, { path: "/settings" });
  await s.page.getByRole("tab", { name: "Appearance" }).click();
  await s.page.getByRole("combobox", { name: "Language" }).click();
  await s.page.getByRole("option", { name: "Deutsch" }).click();
  await expect(s.page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  await s.page.reload();
  await expect(s.page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  const other = await open(me, { path: "/saved", context: s.page.context() });
  await s.page.getByRole("button", { name: "Dein Konto" }).click();
  await s.page.getByRole("menuitem", { name: "Abmelden" }).click();
  await expect(s.page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
  await expect(other.page.getByRole("heading", { name: "Anmelden" })).toBeVisible();
});
