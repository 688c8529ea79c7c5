import { channelsApi } from "@meridian/shared/channels";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { sessionsApi } from "@meridian/shared/sessions";
import { threadsApi } from "@meridian/shared/threads";
import type { Page } from "@playwright/test";
import { type Colleague, type Company, password } from "./company.ts";
import { expect, test } from "./stories.ts";

/** Opens Home on a slow phone: its code is held back until the returned function is called. */
async function openSlowly(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(new URL("/", page.url()).href, { waitUntil: "commit" });
  return release;
}

async function writeMany(company: Company, author: Colleague, slug: string, texts: string[]): Promise<void> {
  const channelIds = [await company.channelId(slug, author)];
  for (const body of texts)
    await company.as(author, postsApi.create, { key: crypto.randomUUID(), channelIds, body });
}

/** Run in a page: as browsers do that have other tables of languages and of time zones than the server. */
const tellTimesDifferently = `
  const { RelativeTimeFormat, DateTimeFormat } = Intl;
  Intl.RelativeTimeFormat = class extends RelativeTimeFormat {
    format(...of) { return super.format(...of) + " or so"; }
  };
  Intl.DateTimeFormat = class extends DateTimeFormat {
    constructor(locales, options) {
      super(locales, options?.timeZone ? { ...options, timeZone: "Pacific/Kiritimati" } : options);
    }
    get format() { return (at) => super.format(at) + " sharp"; }
  };
`;

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `Drawn early ${at}.`);

test("Home can be read before its code is there, which takes over what stands there", async ({
  company,
  open,
}) => {
  const reader = await company.hire("Δανάη Πρώτη", "Sydney");
  await writeMany(company, reader, "sydney", numbered(12));
  const { posts } = await company.as(reader, postsApi.person, { id: reader.id });
  const reply = { id: posts[0]!.id, key: crypto.randomUUID(), body: "And answered." };
  await company.as(company.admin, threadsApi.reply, reply);
  const screen = await open(reader, { path: "/saved" });
  const { page } = screen;
  await page.addInitScript(tellTimesDifferently);
  const asked: string[] = [];
  page.on("request", (request) => void asked.push(new URL(request.url()).pathname));
  const release = await openSlowly(page);
  await expect(screen.post("Drawn early 11.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Δανάη Πρώτη" }).first()).toBeVisible();
  const west = page.getByRole("navigation", { name: "The offices’ local times" }).getByRole("link").first();
  await expect(west).toContainText("Vancouver");
  // nothing can be typed that would be lost
  await screen.composer.click({ force: true });
  await page.keyboard.type("early");
  expect(await screen.composer.inputValue()).toBe("");
  const first = await screen.post("Drawn early 11.").elementHandle();
  await page.evaluate(() => window.scrollTo(0, 120));

  release();
  await screen.settled();
  expect(await screen.post("Drawn early 11.").evaluate((now, before) => now === before, first)).toBe(true);
  expect(await page.evaluate(() => window.scrollY)).toBe(120);
  // this browser has it that all offices are in one zone
  await expect(west).toContainText("Berlin");
  await expect(screen.post("Drawn early 0.")).toBeAttached();
  await screen.write("Written once it could be.");
  await expect(screen.post("Written once it could be.")).toBeVisible();
  expect(asked).not.toContain("/api/start");
  expect(asked).not.toContain("/api/home");
  // it listens from where the page was drawn
  await writeMany(company, company.admin, "everyone", ["Heard afterwards."]);
  await screen.readOn("Heard afterwards.");
});

test("what happens while the page waits for its code is shown once it is there", async ({
  company,
  open,
}) => {
  const reader = await company.hire("Wanda Waits", "Berlin");
  await writeMany(company, reader, "berlin", ["Stands there.", "Is taken back."]);
  const screen = await open(reader);
  const { page } = screen;
  await screen.composer.fill("a draft from before");
  const release = await openSlowly(page);
  await expect(screen.post("Is taken back.")).toBeVisible();
  const mine = await company.as(reader, postsApi.person, { id: reader.id });
  await company.as(reader, postsApi.remove, {
    id: mine.posts.find(({ body }) => body === "Is taken back.")!.id,
  });
  release();
  await expect(screen.post("Is taken back.")).toHaveCount(0);
  await expect(screen.post("Stands there.")).toBeVisible();
  await expect(screen.composer).toHaveValue("a draft from before");

  // and where the session has ended meanwhile there is the way in
  const again = await openSlowly(page);
  await expect(screen.post("Stands there.")).toBeVisible();
  await company.as(reader, sessionsApi.signOutEverywhere, {});
  again();
  await expect(page.getByRole("textbox", { name: "Password" })).toBeVisible();
  await expect(page.locator("article")).toHaveCount(0);
});

test("a page is drawn in the language and the theme of its browser", async ({ company, open }) => {
  const reader = await company.hire("Laura Langue", "Paris");
  await writeMany(company, reader, "paris", ["Bonjour."]);
  const screen = await open(reader, { locale: "fr-CA", dark: true });
  const { page } = screen;
  const opened = async () => {
    const release = await openSlowly(page);
    await expect(screen.post("Bonjour.")).toBeVisible();
    const seen = await page.evaluate(() => ({
      heading: document.querySelector("h1")!.textContent,
      lang: document.documentElement.lang,
      theme: document.documentElement.dataset["theme"],
    }));
    release();
    await screen.settled();
    return seen;
  };
  expect(await opened()).toEqual({ heading: "Accueil", lang: "fr", theme: undefined });
  await screen.goto("/settings");
  const choose = async (field: string, option: string) => {
    await page.getByRole("combobox", { name: field }).click();
    await page.getByRole("option", { name: option }).click();
  };
  await page.getByRole("tab", { name: "Apparence" }).click();
  await choose("Thème", "Clair");
  await choose("Langue", "Deutsch");
  await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();
  expect(await opened()).toEqual({ heading: "Start", lang: "de", theme: "light" });
});

test("a page is drawn for whoever opens it, and kept by nobody", async ({ company }) => {
  const { url } = company.server;
  const [one, other] = [await company.hire("Olga One", "Berlin"), await company.hire("Otto Other", "London")];
  const channel = await company.as(one, channelsApi.create, { name: "Only Olga", about: "", private: true });
  await writeMany(company, one, channel.slug, ["</script><script>window.ran=1</script> among us"]);
  const cookies = await Promise.all([one, other].map((who) => cookieFor(url, who)));
  const opened = (cookie: string, more: Record<string, string> = {}) =>
    fetch(url, { headers: { Accept: "text/html", "Sec-Fetch-Dest": "document", Cookie: cookie, ...more } });
  const [hers, his] = await Promise.all(cookies.map((cookie) => opened(cookie)));
  const [herPage, hisPage] = [await hers!.text(), await his!.text()];
  expect(hers!.headers.get("cache-control")).toBe("no-store");
  expect(herPage).toContain("Only Olga");
  expect(herPage).toContain("&lt;script&gt;window.ran=1");
  expect(herPage).not.toContain("<script>window");
  expect(hisPage).toContain(other.id);
  expect(hisPage).not.toMatch(/Only Olga|among us/);

  const empty = await (await opened("")).text();
  expect(empty).toContain('<div id="root"></div>');
  const same = async (...given: Parameters<typeof opened>) =>
    expect(await (await opened(...given)).text()).toBe(empty);
  // the service worker keeps the page for everybody who uses the browser
  await same(cookies[0]!, { "Sec-Fetch-Dest": "empty" });
  await same(cookies[0]!.slice(0, -1));
  // her session, with a secret that it doesn't have
  await same(cookies[0]!.replace(/\..*/, `.${"b".repeat(43)}`));
  await same(cookies[0]!.replace(/=.*/, `=${"a".repeat(24)}.${"b".repeat(43)}`));
  const themed = await (await opened(`${cookies[0]}; language=de; theme=dark`)).text();
  expect(themed).toContain('<html data-theme="dark" lang="de">');
  expect(themed).not.toContain("theme.js");
  // what an outsider sends takes nothing down
  const odd = await opened(`${cookies[0]}; language=constructor; theme="><script>`, {
    "Accept-Language": "en-!!,x-y-z;q=9",
  });
  expect(odd.status).toBe(200);
  expect(await odd.text()).not.toContain("><script>");
  await company.as(company.admin, peopleApi.suspend, { id: one.id, reason: "for the story", until: null });
  await same(cookies[0]!);
  await company.as(other, sessionsApi.signOutEverywhere, {});
  await same(cookies[1]!);
});

async function cookieFor(url: string, { email }: Colleague): Promise<string> {
  const answer = await fetch(`${url}/api/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  return answer.headers.get("set-cookie")!.split(";")[0]!;
}
