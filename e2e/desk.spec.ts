import { casesApi } from "@meridian/shared/cases";
import { rulesApi } from "@meridian/shared/companyRules";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { reportsApi } from "@meridian/shared/reports";
import { threadsApi } from "@meridian/shared/threads";
import type { Company, Colleague } from "./company.ts";
import { expect, test } from "./stories.ts";

let keys = 0;
const write = async (company: Company, who: Colleague, body: string) =>
  company.as(who, postsApi.create, {
    key: `desk-key-${(keys += 1)}-${Date.now()}`,
    channelIds: [await company.channelId("everyone")],
    body,
  });

async function report(company: Company, who: Colleague, postId: string): Promise<string> {
  const { rules } = await company.as(company.admin, rulesApi.list, {});
  await company.as(who, reportsApi.report, {
    target: { kind: "post", id: postId },
    ruleId: rules[0]!.id,
    note: "",
  });
  const { cases } = await company.as(company.admin, casesApi.list, { order: "newest" });
  return cases.find((kase) => kase.target.id === postId)!.id;
}

async function hireModerator(company: Company, name: string, city: "London" | "Paris"): Promise<Colleague> {
  const moderator = await company.hire(name, city);
  await company.as(company.admin, peopleApi.edit, { id: moderator.id, role: "admin" });
  return moderator;
}

test("reported in Sydney, claimed in London, hidden, appealed in German from Berlin, overturned in Paris", async ({
  company,
  open,
}) => {
  test.setTimeout(120_000);
  const reporter = await company.hire("Rita Reporter", "Sydney");
  const author = await company.hire("Armin Autor", "Berlin");
  const london = await hireModerator(company, "Lona London", "London");
  const paris = await hireModerator(company, "Pia Paris", "Paris");
  const { id } = await write(company, author, "A joke that went wrong");
  await company.as(reporter, threadsApi.reply, { id, key: `reply-${Date.now()}`, body: "Not funny at all" });

  // three keys: choose the post, report it, name the rule
  const r = await open(reporter, { path: "/channels/everyone" });
  await expect(r.post("A joke that went wrong")).toBeVisible();
  const l = await open(london, { path: "/moderation" });
  const p = await open(paris, { path: "/moderation" });
  await r.page.keyboard.press("j");
  await r.page.keyboard.press("!");
  await expect(r.page.getByRole("dialog")).toContainText("Armin Autor never learns who reported");
  // nobody presses a key for what came into sight in the same frame
  await r.page.waitForTimeout(500);
  await r.page.keyboard.press("1");
  await expect(r.page.getByText("The moderators have it.")).toBeVisible();

  // the case comes to both desks by itself; what one claims the other sees
  const line = /Post by Armin Autor/;
  await l.page.getByRole("link", { name: line }).click();
  await expect(p.page.getByRole("link", { name: line })).toBeVisible();
  await expect(l.page.getByRole("article")).toContainText("A joke that went wrong");
  await l.page.keyboard.press("c");
  await expect(l.page.getByRole("article").getByText("Claimed by you")).toBeVisible();
  await expect(p.page.getByRole("link", { name: line })).toContainText("Lona London");

  const a = await open(author, { path: "/channels/everyone", locale: "de-DE" });
  await expect(a.post("A joke that went wrong")).toBeVisible();
  await l.page.keyboard.press("h");
  await expect(l.page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await l.page.keyboard.press("Enter");
  await expect(r.page.getByText("This post was removed by a lead or an admin.")).toBeVisible();
  expect(await r.page.content()).not.toContain("A joke that went wrong");

  // the author reads what was decided, in German, and appeals
  await expect(a.post("A joke that went wrong").getByText("Andere sehen das nicht.")).toBeVisible();
  await a.page.getByRole("link", { name: /^Hinweise/ }).click();
  await expect(a.page.getByText("Die Moderation hat über etwas von dir entschieden.")).toBeVisible();
  await a.page.getByRole("link", { name: "Entscheidung lesen" }).first().click();
  await expect(a.page.getByText("Er ist für alle anderen verborgen.")).toBeVisible();
  await expect(a.page.getByRole("heading", { name: /^Regel: Belästigung/ })).toBeVisible();
  expect(await a.page.content()).not.toContain("Rita Reporter");
  await a.page
    .getByRole("textbox", { name: "Warum sollte anders entschieden werden?" })
    .fill("Wir haben alle gelacht.");
  await a.page.getByRole("button", { name: "Einspruch einlegen" }).click();
  await expect(a.page.getByText("Er wartet auf jemanden, der vorher nicht entschieden hat.")).toBeVisible();

  // who decided can't judge the appeal; somebody else does
  await expect(
    l.page.getByText("Somebody who did not decide before has to judge this appeal."),
  ).toBeVisible();
  await p.page.getByRole("tab", { name: /^Appeals/ }).click();
  await p.page.getByRole("link", { name: line }).click();
  await expect(p.page.getByText("Wir haben alle gelacht.")).toBeVisible();
  await p.page.keyboard.press("2");
  await p.page.getByRole("textbox", { name: "What do you say to the author?" }).fill("It was among friends.");
  await p.page.keyboard.press("Enter");
  await expect(p.page.getByText("The appeal is judged")).toBeVisible();

  // everything is back, and both read what happened
  await expect(r.post("A joke that went wrong").getByText(/1 reply/)).toBeVisible();
  await expect(a.page.getByText("Die Entscheidung wurde zurückgenommen; alles ist wie zuvor.")).toBeVisible();
  await a.page.getByRole("link", { name: /^Hinweise/ }).click();
  await expect(a.page.getByText(/Die Entscheidung ist zurückgenommen, alles ist wie zuvor/)).toBeVisible();
  await expect(a.page.getByText("It was among friends.").first()).toBeVisible();
  await r.page.getByRole("link", { name: /^Notices/ }).click();
  await expect(r.page.getByText("The moderators have your report.")).toBeVisible();
  await expect(r.page.getByText("Your report was right, and something was done about it.")).toBeVisible();
  await expect(
    r.page.getByText("What was done about your report was taken back after an appeal."),
  ).toBeVisible();
});

test("a case is handled in three keys, and the next one is one key away", async ({ company, open }) => {
  const [author, reporter] = [
    await company.hire("Otto Offend", "Berlin"),
    await company.hire("Rhea Reader", "Sydney"),
  ];
  const moderator = await hireModerator(company, "Mona Moderates", "London");
  const officeId = company.officeId("Berlin");
  const [first, second] = [
    await write(company, author, "First of two"),
    await write(company, author, "Second of two"),
  ];
  await report(company, reporter, first.id);
  await report(company, reporter, second.id);
  const m = await open(moderator, { path: `/moderation?officeId=${officeId}` });
  const listed = m.page.getByRole("listitem").getByRole("link", { name: /Post by Otto Offend/ });
  await expect(listed).toHaveCount(2);
  await m.page.keyboard.press("j");
  await expect(m.page.getByRole("article")).toContainText("First of two");
  await m.page.keyboard.press("h");
  await expect(m.page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await m.page.keyboard.press("Enter");
  await expect(listed).toHaveCount(1);
  await m.page.keyboard.press("j");
  await expect(m.page.getByRole("article")).toContainText("Second of two");
  const shown = await company.as(reporter, postsApi.show, { id: first.id });
  expect(shown.state).toBe("hidden");
});

test("when two moderators decide at once, the late one is shown what the other did", async ({
  company,
  open,
}) => {
  const [author, reporter] = [
    await company.hire("Ulla Unsure", "Berlin"),
    await company.hire("Remy Reader", "Paris"),
  ];
  const moderator = await hireModerator(company, "Late Lou", "London");
  const { id } = await write(company, author, "Both saw this");
  const caseId = await report(company, reporter, id);
  const m = await open(moderator, { path: `/moderation/${caseId}` });
  await expect(m.page.getByRole("article")).toContainText("Both saw this");
  await m.page.keyboard.press("x");
  await expect(m.page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  const { rev } = await company.as(company.admin, casesApi.show, { id: caseId });
  await company.as(company.admin, casesApi.act, {
    id: caseId,
    rev,
    actions: ["dismiss"],
    reason: "It was a quotation.",
  });
  await m.page.keyboard.press("Enter");
  await expect(m.page.getByRole("alert")).toContainText("Ada Admin dismissed it");
  await expect(m.page.getByRole("alert")).toContainText("It was a quotation.");
  await m.page.getByRole("button", { name: "Look at it" }).click();
  await expect(m.page.getByRole("article").getByText("Dismissed", { exact: true })).toBeVisible();
  expect((await company.as(reporter, postsApi.show, { id })).state).toBe("visible");
});

test("who is frozen reads why and until when where they would write", async ({ company, open }) => {
  const [author, reporter] = [
    await company.hire("Freya Frozen", "Berlin"),
    await company.hire("Ruben Reader", "Paris"),
  ];
  const { id } = await write(company, author, "Once too often");
  const caseId = await report(company, reporter, id);
  const a = await open(author, { path: "/channels/everyone" });
  await expect(a.composer).toBeVisible();
  const { rev } = await company.as(company.admin, casesApi.show, { id: caseId });
  await company.as(company.admin, casesApi.act, {
    id: caseId,
    rev,
    actions: ["freeze"],
    reason: "Take a break.",
    until: new Date(Date.now() + 3 * 86_400_000).toISOString(),
  });
  await expect(a.page.getByRole("note")).toContainText("you can read, but not write", { timeout: 2_000 });
  await expect(a.page.getByRole("note")).toContainText("Take a break.");
  await expect(a.composer).toHaveCount(0);
  await a.page.getByRole("link", { name: "Read why, and appeal" }).click();
  await expect(a.page.getByRole("button", { name: "Send the appeal" })).toBeVisible();
});

test("a post is reported with three clicks", async ({ company, open }) => {
  const author = await company.hire("Carl Clicked", "Berlin");
  const reporter = await company.hire("Cleo Clicks", "Paris");
  await write(company, author, "Click on me");
  const r = await open(reporter, { path: "/channels/everyone" });
  await r.choose("Click on me", "Report");
  await r.page.getByRole("button", { name: /^Spam or advertising/ }).click();
  await expect(r.page.getByText("The moderators have it.")).toBeVisible();
});
