import { casesApi } from "@meridian/shared/cases";
import { rulesApi } from "@meridian/shared/companyRules";
import { postsApi } from "@meridian/shared/posts";
import { reportsApi } from "@meridian/shared/reports";
import type { Page } from "@playwright/test";
import axe from "axe-core";
import type { Colleague, Company } from "./company.ts";
import type { Screen } from "./pages/Screen.ts";
import { expect, type OpenOptions, test } from "./stories.ts";

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

interface Look {
  name: string;
  /** What axe is asked on every page, and on those that have parts of their own. */
  every: Question[];
  some: Question[];
  options: OpenOptions;
}
type Question = { colorScheme: "light" | "dark"; rules: "all" | "contrast" };

// every page once; what another light or a phone makes different, where it is different
const looks: Look[] = [
  {
    name: "wide, English",
    every: [{ colorScheme: "light", rules: "all" }],
    some: [{ colorScheme: "dark", rules: "contrast" }],
    options: {},
  },
  {
    name: "phone, German",
    every: [],
    some: [{ colorScheme: "dark", rules: "all" }],
    options: { phone: true, locale: "de-DE" },
  },
  // of the third language only the room that its words need
  { name: "phone, French", every: [], some: [], options: { phone: true, locale: "fr-FR" } },
];
const ofTheirOwn = [
  "/",
  "/posts/",
  "/settings",
  "/administration/people",
  "/administration/audit",
  "/moderation/",
  "/notices",
];

for (const look of looks) {
  test(`no page has an accessibility finding: ${look.name}`, async ({ company, open }) => {
    test.setTimeout(240_000);
    const { author, caseId } = await decidedCase(company, look.name);
    const s = await open(company.admin, look.options);
    await s.gotoChannel("everyone");
    const text = `Axe reads **this** \`code\` and #${look.name.replaceAll(/\W/g, "")}\n\n> a quote\n\n- a list\n\n\`\`\`\ncode\n\`\`\``;
    await s.composer.fill(text);
    await s.composer.press("Control+Enter");
    await expect(s.post("Axe reads").first()).toBeVisible();
    const thread = (await s.post("Axe reads").first().getAttribute("data-post"))!;
    const paths = [
      "/",
      "/channels/everyone",
      `/posts/${thread}`,
      "/mentions",
      "/threads",
      "/saved",
      "/channels",
      "/people",
      "/people/ada",
      "/offices/berlin",
      "/settings",
      "/administration/people",
      "/administration/invitations",
      "/administration/offices",
      "/administration/channels",
      "/administration/rules",
      "/administration/screening",
      "/administration/audit",
      "/administration/company",
      "/moderation?list=all",
      "/notices",
      `/moderation/${caseId}?list=all`,
      "/hashtags/none",
      "/nothing/here",
    ];
    for (const path of paths) await examine(s, path, look);
    const a = await open(author, look.options);
    for (const path of ["/notices", `/decisions/${caseId}`, "/channels/everyone"])
      await examine(a, path, look);
  });
}

async function examine(s: Screen, path: string, { every, some }: Look): Promise<void> {
  await s.lead(path);
  const own = ofTheirOwn.some(
    (one) => path === one || (one.endsWith("/") && one !== "/" && path.startsWith(one)),
  );
  for (const { colorScheme, rules } of own ? [...every, ...some] : every) {
    await s.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect([path, colorScheme, await findings(s.page, rules)]).toEqual([path, colorScheme, []]);
  }
  const overflows = await s.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
  expect([path, overflows]).toEqual([path, false]);
}

/** What axe says against a page. */
async function findings(page: Page, rules: Question["rules"]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly: axe.RunOnly =
    rules === "all" ? { type: "tag", values: standards } : { type: "rule", values: ["color-contrast"] };
  return page.evaluate(async (asked) => {
    const { violations } = await axe.run(document, { runOnly: asked, resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  }, runOnly);
}

/** Somebody whose post was reported and hidden, and who can't write for a while. */
async function decidedCase(company: Company, name: string): Promise<{ author: Colleague; caseId: string }> {
  const author = await company.hire(`Author ${name.replaceAll(/\W/g, "")}`, "Berlin");
  const { id } = await company.as(author, postsApi.create, {
    key: `axe-${Date.now()}`,
    channelIds: [await company.channelId("everyone")],
    body: "Reported and hidden",
  });
  const reader = await company.hire(`Reader ${name.replaceAll(/\W/g, "")}`, "Paris");
  const reported = await company.as(company.admin, rulesApi.list, {});
  await company.as(reader, reportsApi.report, {
    target: { kind: "post", id },
    ruleId: reported.rules[0]!.id,
    note: "See for yourselves",
  });
  const { cases } = await company.as(company.admin, casesApi.list, { order: "newest" });
  const kase = cases.find((one) => one.target.id === id)!;
  await company.as(company.admin, casesApi.act, {
    id: kase.id,
    rev: kase.rev,
    actions: ["hide", "freeze"],
    reason: "For a picture of it",
    until: new Date(Date.now() + 86_400_000).toISOString(),
  });
  return { author, caseId: kase.id };
}

test("the pages before signing in have no accessibility finding", async ({ company, page }) => {
  for (const path of ["/", "/first-run#x", "/invitation#x"]) {
    await page.goto(company.server.url + path);
    await page.waitForLoadState("networkidle");
    expect([path, await findings(page, "all")]).toEqual([path, []]);
  }
});
