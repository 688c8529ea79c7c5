import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { expect, test } from "./stories.ts";

test("a draft whose thread is locked or whose channel is archived can still be copied", async ({
  company,
  open,
}) => {
  const me = await company.hire("Dora Draft", "London");
  const everyone = await company.channelId("everyone");
  const root = await company.as(me, postsApi.create, {
    key: crypto.randomUUID(),
    channelIds: [everyone],
    body: "to talk",
  });
  const s = await open(me, { path: `/posts/${root.id}` });
  await s.composer.fill("half an answer");
  await company.as(company.admin, postsApi.lock, { id: root.id });
  const left = s.page.getByRole("region", { name: "What you were writing" });
  await expect(left).toContainText("half an answer");

  const name = "Soon archived";
  const channel = await company.as(me, channelsApi.create, { name, about: "", private: false });
  await s.gotoChannel(channel.slug);
  await s.composer.fill("half a post");
  await company.as(company.admin, channelsApi.edit, { id: channel.id, archived: true });
  await expect(left).toContainText("half a post");
  await left.getByRole("button", { name: "Discard" }).click();
  await expect(left).toHaveCount(0);
  await s.page.getByRole("button", { name: "Undo" }).click();
  await expect(left).toContainText("half a post");
});

test("a changed post is still there after the page was closed, and after a moderator locked it", async ({
  company,
  open,
}) => {
  const me = await company.hire("Cara Closed", "Paris");
  const channelIds = [await company.channelId("everyone")];
  const { id } = await company.as(me, postsApi.create, {
    key: crypto.randomUUID(),
    channelIds,
    body: "as it was",
  });
  const s = await open(me, { path: `/posts/${id}` });
  await s.choose("as it was", "Edit");
  const editor = s.page.getByRole("textbox", { name: "Edit your post" });
  await editor.press("End");
  await editor.pressSequentially(", and more");
  await s.goto(`/posts/${id}`);
  await expect(editor).toHaveValue("as it was, and more");
  // also where the server has drawn the post, which knows nothing of it
  await s.goto("/");
  await expect(editor).toHaveValue("as it was, and more");
  await s.goto(`/posts/${id}`);
  await company.as(company.admin, postsApi.hide, { id, reason: "for a while" });
  await expect(s.page.getByText("for a while")).toBeVisible();
  await expect(editor).toHaveValue("as it was, and more");
});

test("what was typed into a form stays when another tab of it is looked at", async ({ company, open }) => {
  const me = await company.hire("Tabea Tabs", "Berlin");
  const s = await open(me, { path: "/settings" });
  const about = s.page.getByRole("textbox", { name: /^About/ });
  await about.fill("I write long texts");
  await s.page.getByRole("tab", { name: "Appearance" }).click();
  await expect(about).toBeHidden();
  await s.page.getByRole("tab", { name: "Profile" }).click();
  await expect(about).toHaveValue("I write long texts");

  // what was wrong in it was told: coming back it doesn't take the focus
  await s.page.getByRole("textbox", { name: "Name", exact: true }).fill("");
  await s.page.getByRole("button", { name: "Save" }).first().click();
  await expect(s.page.getByRole("textbox", { name: "Name", exact: true })).toBeFocused();
  await s.page.getByRole("tab", { name: "Appearance" }).click();
  await s.page.getByRole("button", { name: "Show all shortcuts" }).click();
  await expect(s.page.getByRole("dialog")).toContainText("Moving");
  await s.page.getByRole("dialog").getByRole("switch").click();
  await s.page.keyboard.press("Escape");
  await expect(s.page.getByRole("dialog")).toHaveCount(0);
  await s.page.getByRole("tab", { name: "Profile" }).click();
  await expect(s.page.getByRole("tab", { name: "Profile" })).toBeFocused();
});

test("an invitation's link, shown once, stays while another way of inviting is looked at", async ({
  company,
  open,
}) => {
  const s = await open(company.admin, { path: "/administration/invitations" });
  await s.page.getByRole("textbox", { name: "Their e-mail" }).fill("once@example.com");
  await s.page.getByRole("button", { name: "Make a link" }).click();
  const link = s.page.getByRole("textbox", { name: "Invitation link for once@example.com" });
  const made = await link.inputValue();
  await s.page.getByRole("tab", { name: "Many at once" }).click();
  await expect(link).toBeHidden();
  await s.page.getByRole("tab", { name: "One person" }).click();
  await expect(link).toHaveValue(made);

  // to end it is asked first
  const withdraw = s.page.getByRole("button", { name: "Withdraw: once@example.com" });
  await withdraw.click();
  await s.page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
  await expect(withdraw).toBeVisible();
  await withdraw.click();
  await s.page.getByRole("alertdialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(withdraw).toHaveCount(0);
});

test("a form that was written in asks before Escape or a press beside it closes it", async ({
  company,
  open,
}) => {
  const s = await open(company.admin, { path: "/administration/rules" });
  const form = s.page.getByRole("dialog");
  await s.page.getByRole("button", { name: "New rule" }).click();
  await expect(form.getByRole("textbox").first()).toBeVisible();
  await s.page.keyboard.press("Escape");
  await expect(form).toHaveCount(0);

  await s.page.getByRole("button", { name: "New rule" }).click();
  await form.getByRole("textbox").last().fill("A description without a title");
  await s.page.keyboard.press("Escape");
  const question = s.page.getByRole("alertdialog", { name: "Discard what you typed?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await s.page.mouse.click(5, 500);
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(form.getByRole("textbox").last()).toHaveValue("A description without a title");

  // nor is it dropped for having no title, where another language has one
  await form.getByRole("tab", { name: "Français" }).click();
  await form.getByRole("textbox").first().fill("Un titre");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("textbox").first()).toBeFocused();
  await expect(form.getByRole("tab", { name: "English" })).toHaveAttribute("aria-selected", "true");
  await expect(form.getByText("This is needed.")).toBeVisible();
  await s.page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Discard" }).click();
  await expect(form).toHaveCount(0);
});

test("a letter typed in the middle of a search stays there", async ({ company, open }) => {
  const s = await open(company.admin, { path: "/channels" });
  const field = s.page.getByRole("searchbox", { name: "Find a channel" });
  await field.fill("evone");
  await field.press("Home");
  await field.press("ArrowRight");
  await field.press("ArrowRight");
  await field.pressSequentially("ery", { delay: 30 });
  await expect(field).toHaveValue("everyone");
  await expect(s.page).toHaveURL(/q=everyone$/);
});

test("suggestions come to who types, and leave with the focus", async ({ company, open }) => {
  const me = await company.hire("Sugg Estion", "London");
  const s = await open(me, { path: "/channels/everyone" });
  const options = s.page.getByRole("option");
  await s.composer.pressSequentially("for @sugg");
  await expect(options.first()).toBeVisible();
  await s.page.getByRole("heading", { level: 1 }).click();
  await expect(options).toHaveCount(0);
  await s.goto("/channels/everyone");
  await expect(s.composer).toHaveValue("for @sugg");
  await expect(options).toHaveCount(0);
  await s.composer.press("End");
  await options.first().click();
  await expect(s.composer).toHaveValue("for @sugg.estion ");
  await s.composer.press("Control+z");
  await expect(s.composer).toHaveValue("for @sugg");
  await s.composer.press("End");
  await s.page.keyboard.type(" ");
  await s.page.getByRole("button", { name: "Bold" }).click();
  await s.page.keyboard.type("loud");
  await expect(s.composer).toHaveValue("for @sugg **loud**");
  await s.composer.press("Escape");
  // keys do what they do
  await s.page.keyboard.press("?");
  await expect(s.page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
});
