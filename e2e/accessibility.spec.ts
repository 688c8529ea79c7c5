import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./stories.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

for (const look of [
  { name: "light, wide, English", options: {} },
  { name: "dark, phone, German", options: { dark: true, phone: true, locale: "de-DE" } },
  { name: "light, phone, French", options: { phone: true, locale: "fr-FR" } },
  { name: "dark, wide, English", options: { dark: true } },
]) {
  test(`no page has an accessibility finding: ${look.name}`, async ({ company, open }) => {
    test.setTimeout(120_000);
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
      "/moderation",
      "/notices",
      "/hashtags/none",
      "/nothing/here",
    ];
    for (const path of paths) {
      await s.goto(path);
      await s.page.waitForLoadState("networkidle");
      const { violations } = await new AxeBuilder({ page: s.page }).withTags(rules).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
      expect([path, found]).toEqual([path, []]);
      const overflows = await s.page.evaluate(
        () => document.documentElement.scrollWidth > window.innerWidth + 1,
      );
      expect([path, overflows]).toEqual([path, false]);
    }
  });
}

test("the pages before signing in have no accessibility finding", async ({ company, page }) => {
  for (const path of ["/", "/first-run#x", "/invitation#x"]) {
    await page.goto(company.server.url + path);
    await page.waitForLoadState("networkidle");
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect([path, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)]).toEqual([path, []]);
  }
});
