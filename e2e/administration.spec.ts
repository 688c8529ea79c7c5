import { channelsApi } from "@meridian/shared/channels";
import { postsApi } from "@meridian/shared/posts";
import { readFile } from "node:fs/promises";
import { password } from "./company.ts";
import { expect, test } from "./stories.ts";

test("an admin invites from a spreadsheet, puts a bad line right, and whoever was invited joins", async ({
  company,
  open,
  browser,
}) => {
  const a = await open(company.admin, { path: "/administration/invitations" });
  await a.page.getByRole("tab", { name: "Many at once" }).click();
  const table = a.page.getByRole("textbox", { name: "People to invite" });
  await a.page
    .getByLabel("Choose a file")
    .first()
    .setInputFiles({
      name: "people.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        "Name;E-Mail;Standort;Stelle\nΆννα Κ.;anna.k@example.com;Berlin;Chemikerin\nBen Bad;ben;Paris;\nAda;ada@example.com;London;",
      ),
    });
  await a.page.getByRole("button", { name: "Check", exact: true }).click();
  await expect(a.page.getByText("1 can be invited · 1 line needs another look · 1 is here")).toBeVisible();
  await expect(a.page.getByText("“ben” isn’t an e-mail address")).toBeVisible();
  await a.page.getByRole("button", { name: "Invite 1 person" }).click();
  await expect(a.page.getByText("1 person is invited")).toBeVisible();

  // what could not be invited stays, to be put right
  await expect(table).toHaveValue("Ben Bad,ben,Paris");
  await table.fill("Ben Bad,ben.b@example.com,Paris");
  await a.page.getByRole("button", { name: "Check", exact: true }).click();
  await a.page.getByRole("button", { name: "Invite 1 person" }).click();
  await expect(a.page.getByText("2 people are invited")).toBeVisible();
  await expect(table).toHaveValue("");
  await expect(a.page.getByRole("region", { name: "Open invitations" })).toContainText("ben.b@example.com");

  const saving = a.page.waitForEvent("download");
  await a.page.getByRole("button", { name: "Save the links as CSV" }).click();
  const csv = await readFile(await (await saving).path(), "utf8");
  const link = /anna\.k@example\.com,(\S+)/.exec(csv)![1]!;

  const newcomer = await browser.newContext({ locale: "en-GB" });
  const page = await newcomer.newPage();
  await page.goto(link);
  await expect(page.getByRole("textbox", { name: "Your name" })).toHaveValue("Άννα Κ.");
  await page.getByRole("textbox", { name: "Your handle" }).fill("anna.k");
  await page.getByLabel("Choose a password").fill(password);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByRole("button", { name: "Your account" })).toContainText("Άννα Κ.");
  await newcomer.close();
});

test("who leaves is out at once, their name stays at what they wrote, and the account can be opened again", async ({
  company,
  open,
}) => {
  const leaver = await company.hire("Lewis Leaver", "London");
  const l = await open(leaver, { path: "/channels/everyone" });
  await l.write("My last post here");
  await expect(l.post("My last post here")).toBeVisible();
  const a = await open(company.admin, { path: "/administration/people?q=lewis" });
  await a.page.getByRole("button", { name: "Actions for Lewis Leaver" }).click();
  await a.page.getByRole("menuitem", { name: "Close the account" }).click();
  await expect(l.page.getByRole("heading", { name: "Sign in" })).toBeVisible({ timeout: 2_000 });
  await expect(l.page.getByText("This account has been closed.")).toBeVisible();
  await expect(a.page.getByRole("listitem").filter({ hasText: "Lewis Leaver" })).toContainText("Left");

  const reader = await open(company.admin, { path: "/channels/everyone" });
  await expect(reader.post("My last post here")).toContainText("Lewis Leaver");
  await reader.goto("/people?q=lewis");
  await expect(reader.page.getByText("Nobody found")).toBeVisible();

  await a.page.getByRole("button", { name: "Undo" }).click();
  await expect(a.page.getByText("Lewis Leaver can sign in again")).toBeVisible();
  await l.page.getByRole("textbox", { name: "E-mail" }).fill(leaver.email);
  await l.page.getByLabel("Password", { exact: true }).fill(password);
  await l.page.getByRole("button", { name: "Sign in" }).click();
  await expect(l.post("My last post here")).toBeVisible();
});

test("two accounts of one person become one: what was written stays, old links lead on, and one signs in", async ({
  company,
  open,
}) => {
  const old = await company.hire("Nora Twice", "London");
  const stays = await company.hire("Nora Once", "Berlin");
  const o = await open(old, { path: "/channels/everyone" });
  await o.write("Written under my old name");
  const reader = await open(company.admin, { path: "/channels/everyone" });
  await expect(reader.post("Written under my old name")).toContainText("Nora Twice");

  const a = await open(company.admin, { path: "/administration/people?q=twice" });
  await a.page.getByRole("button", { name: "Actions for Nora Twice" }).click();
  await a.page.getByRole("menuitem", { name: "Merge into another account" }).click();
  const dialog = a.page.getByRole("dialog");
  await dialog.getByRole("searchbox", { name: "The account that stays" }).fill("nora");
  await expect(dialog.getByRole("button", { name: "Choose Nora Twice" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Choose Nora Once" }).click();
  await expect(dialog.getByRole("heading", { name: "Merge Nora Twice into Nora Once" })).toBeVisible();
  await expect(dialog.getByRole("region", { name: "What becomes Nora Once’s" })).toContainText("Posts1");
  await expect(dialog).toContainText("This can’t be undone.");
  await dialog.getByRole("button", { name: "Merge for good" }).click();
  await expect(a.page.getByText("Nora Twice has gone into Nora Once")).toBeVisible();
  await expect(a.page.getByRole("listitem").filter({ hasText: "Nora Twice" })).toContainText(
    "Merged into Nora Once",
  );
  await expect(a.page.getByRole("button", { name: "Actions for Nora Twice" })).toHaveCount(0);

  await expect(o.page.getByText("This account has been closed.")).toBeVisible();
  await expect(reader.post("Written under my old name")).toContainText("Nora Once");
  await reader.goto(`/people/${old.handle}`);
  await expect(reader.page).toHaveURL(new RegExp(`/people/${stays.handle}$`));
  await expect(reader.post("Written under my old name")).toBeVisible();
  await a.goto("/administration/audit");
  await expect(a.page.getByRole("listitem").filter({ hasText: "merged two people" })).toContainText(
    "Nora Twice",
  );
});

test("a channel that is made private closes at once to those who are not in it", async ({
  company,
  open,
}) => {
  const [member, stranger] = [
    await company.hire("Mem Ber", "Paris"),
    await company.hire("Stran Ger", "Berlin"),
  ];
  const made = { name: "Soon private", about: "", private: false };
  const { id, slug } = await company.as(member, channelsApi.create, made);
  await company.as(company.admin, channelsApi.follow, { id });
  const m = await open(member, { path: `/channels/${slug}` });
  await m.write("Among ourselves");
  const s = await open(stranger, { path: `/channels/${slug}` });
  await expect(s.post("Among ourselves")).toBeVisible();
  const a = await open(company.admin, { path: "/administration/channels?q=soon" });
  await a.page.getByRole("button", { name: "Actions for Soon private" }).click();
  await a.page.getByRole("menuitem", { name: "Make it private" }).click();
  await a.page.getByRole("alertdialog").getByRole("button", { name: "Make it private" }).click();
  await expect(a.page.getByText("Soon private is private now")).toBeVisible();
  await expect(s.post("Among ourselves")).toHaveCount(0);
  await expect(m.post("Among ourselves")).toBeVisible();
  await s.goto(`/channels/${slug}`);
  await expect(s.page.getByText("Among ourselves")).toHaveCount(0);
});

test("a rule is written, a screen is tried before it looks, and both stand in the log that is saved", async ({
  company,
  open,
}) => {
  const staff = await company.hire("Lia Leak", "Paris");
  const everyone = await company.channelId("everyone");
  const write = (body: string) =>
    company.as(staff, postsApi.create, { key: `leak-${Date.now()}`, channelIds: [everyone], body });
  await write("The code name is Zanzibar");

  const a = await open(company.admin, { path: "/administration/rules" });
  await a.page.getByRole("button", { name: "New rule" }).click();
  await a.page.getByRole("textbox", { name: "Title" }).fill("Keep code names to yourself");
  await a.page.getByRole("button", { name: "Save" }).click();
  await expect(a.page.getByRole("listitem").filter({ hasText: "Keep code names" })).toBeVisible();

  await a.goto("/administration/screening");
  await a.page.getByRole("button", { name: "New screen" }).click();
  await a.page.getByRole("textbox", { name: "Name" }).fill("Code names");
  await a.page.getByRole("textbox", { name: "Words and phrases" }).fill("zanzíbar");
  await a.page.getByRole("button", { name: "Try it on the last month" }).click();
  await expect(a.page.getByText(/^1 post of [\d,]+ would have been found\./)).toBeVisible();
  await a.page.getByRole("button", { name: "Save" }).click();
  await expect(a.page.getByRole("listitem").filter({ hasText: "Code names" })).toContainText("Flags");
  await write("Zanzibar again");
  await a.goto("/moderation?list=pending");
  await a.page.getByRole("link", { name: /Post by Lia Leak.*Zanzibar again/ }).click();
  await expect(a.page.getByRole("article")).toContainText("Code names: “");

  await a.goto("/administration/audit");
  await expect(a.page.getByRole("listitem").filter({ hasText: "added a screen" })).toContainText(
    "Code names",
  );
  const saving = a.page.waitForEvent("download");
  await a.page.getByRole("button", { name: "Save as CSV" }).click();
  const csv = await readFile(await (await saving).path(), "utf8");
  expect(csv).toContain("rule:added");
  expect(csv).toContain("Keep code names to yourself");
});
