import { channelsApi } from "@meridian/shared/channels";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { password } from "./company.ts";
import { expect, newContext, test } from "./stories.ts";

const run = "window.ran=1";
const payloads = [
  `<script>${run}</script>`,
  `<img src=x onerror="${run}">`,
  `<svg onload="${run}"></svg>`,
  `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`,
  `[click](javascript:${run})`,
  `[click](JaVaScRiPt:${run})`,
  `[click](&#106;avascript:${run})`,
  `[click](data:text/html,<script>${run}</script>)`,
  `[click](vbscript:${run})`,
  `<javascript:${run}>`,
  `![x](x" onerror="${run})`,
  `<a href="javascript:${run}">x</a>`,
  "```html\n<script>" + run + "</script>\n```",
  `\`<img src=x onerror=${run}>\``,
  `https://x.example/"onmouseover="${run}`,
  `@ada"><script>${run}</script>`,
  `#tag"><img src=x onerror=${run}>`,
  `> <details open ontoggle="${run}">`,
  `- <video><source onerror="${run}"></video>`,
  `{{constructor.constructor('${run}')()}}`,
];

test("nothing that people write runs, even without the content security policy", async ({
  browser,
  company,
}) => {
  const author = await company.hire("Eve Script", "New York");
  const channel = await company.as(author, channelsApi.create, {
    name: "Payloads",
    about: payloads[1]!,
    private: false,
  });
  await company.as(author, peopleApi.edit, {
    id: author.id,
    name: payloads[1]!,
    job: payloads[0]!,
    about: payloads[2]!,
  });
  for (const [at, body] of payloads.entries()) {
    await company.as(author, postsApi.create, { key: `payload-${at}`, channelIds: [channel.id], body });
  }
  const context = await newContext(browser, company.admin, { bypassCSP: true });
  await context.request.post(`${company.server.url}/api/sessions`, {
    data: { email: company.admin.email, password },
  });
  const page = await context.newPage();
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  for (const path of [`/channels/${channel.slug}`, `/people/${author.handle}`, "/people", "/channels"]) {
    await page.goto(company.server.url + path);
    await page.waitForLoadState("networkidle");
    for (const link of await page.locator("article[data-post] a[target=_blank]").all()) {
      expect(await link.getAttribute("href")).toMatch(/^(https?:|mailto:)/);
    }
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
  }
  expect(dialogs).toBe(0);
  await context.close();
});
