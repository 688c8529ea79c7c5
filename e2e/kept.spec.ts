import { postsApi } from "@meridian/shared/posts";
import type { Page } from "@playwright/test";
import { Deployed } from "./deployed.ts";
import { Company } from "./company.ts";
import { Screen } from "./pages/Screen.ts";
import { expect, newContext, signIn, test } from "./stories.ts";

/** Every answer that this browser keeps, as text. */
const keptAnswers = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("meridian-seen");
        opening.addEventListener("error", () => reject(new Error("it can't be opened")));
        opening.addEventListener("success", () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains("answers")) return resolve("");
          const all = database.transaction("answers").objectStore("answers").getAll();
          all.addEventListener("success", () => {
            database.close();
            resolve(JSON.stringify(all.result));
          });
        });
      }),
  );

/** The pages are in the browser's store, and these texts are. */
async function untilKept(page: Page, ...texts: string[]): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  for (const text of texts) await expect.poll(() => keptAnswers(page), { timeout: 20_000 }).toContain(text);
}

test("without a network what was read can be read again, and what is written goes out later", async ({
  company,
  open,
}) => {
  test.setTimeout(120_000);
  const reader = await company.hire("Tilda Tunnel", "Sydney");
  const others = await company.hire("Olaf Outside", "Paris");
  const channelIds = [await company.channelId("everyone")];
  const post = await company.as(others, postsApi.create, {
    key: "before-the-tunnel",
    channelIds,
    body: "read before the tunnel",
  });
  const screen = await open(reader, { path: `/posts/${post.id}`, keeps: true });
  await expect(screen.post("read before the tunnel")).toBeVisible();
  await untilKept(screen.page, "read before the tunnel");
  await screen.page.getByRole("link", { name: "Home" }).first().click();
  await expect(screen.post("read before the tunnel")).toBeVisible();
  await untilKept(screen.page, '"home"');

  const { page } = screen;
  await page.context().setOffline(true);
  await page.reload();
  await expect(screen.post("read before the tunnel")).toBeVisible();
  await expect(page.getByText(/No connection\. What you see is as of/)).toBeVisible();
  await page.getByRole("link", { name: "Everyone" }).first().click();
  await expect(page.getByText(/can’t be reached|No connection/).first()).toBeVisible();
  await page.goto(new URL(`/posts/${post.id}`, page.url()).href);
  await expect(screen.post("read before the tunnel")).toBeVisible();
  await screen.reply("written in the tunnel");
  await expect(screen.outgoing).toHaveCount(1);
  await company.as(others, postsApi.edit, { id: post.id, body: "changed while in the tunnel" });

  await page.context().setOffline(false);
  await expect(screen.post("changed while in the tunnel")).toBeVisible({ timeout: 30_000 });
  await expect(screen.post("written in the tunnel")).toHaveCount(1);
  await expect(screen.outgoing).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByText(/No connection/)).toHaveCount(0);
});

test("nothing that was read stays in the browser of somebody who has signed out, or comes back once it is removed", async ({
  company,
  open,
}) => {
  test.setTimeout(120_000);
  const reader = await company.hire("Sina Shared", "Berlin");
  const channelIds = [await company.channelId("berlin")];
  const write = (body: string) =>
    company.as(reader, postsApi.create, { key: body.replaceAll(" ", "-"), channelIds, body });
  const removed = await write("to be removed");
  await write("for the next person to find");
  const screen = await open(reader, { path: "/channels/berlin", keeps: true });
  const { page } = screen;
  await untilKept(page, "to be removed", "for the next person to find");
  // no list that holds it is shown when it is removed
  await page.getByRole("link", { name: "People" }).first().click();
  await company.as(reader, postsApi.remove, { id: removed.id });
  await expect.poll(() => keptAnswers(page), { timeout: 20_000 }).not.toContain("to be removed");

  await page.getByRole("button", { name: "Your account" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("textbox", { name: "Password" })).toBeVisible();
  await expect.poll(() => keptAnswers(page)).toBe("[]");
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText(/can’t be reached|No connection/).first()).toBeVisible();
  expect(await page.locator("body").textContent()).not.toContain("Sina");
});

test("who signs out is asked about what was not sent, and leaves none of it behind", async ({
  company,
  open,
}) => {
  const author = await company.hire("Ursel Unsent", "London");
  const screen = await open(author, { path: "/channels/everyone" });
  const { page } = screen;
  await page.route("**/api/posts", (route) =>
    route.fulfill({ status: 403, json: { code: "forbidden", message: "no" } }),
  );
  await screen.write("not sent yet");
  await expect(screen.outgoing.getByRole("alert")).toBeVisible();
  const signOut = async () => {
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("alertdialog", { name: "1 post has not been sent yet" })).toBeVisible();
  };
  await signOut();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(screen.outgoing).toHaveCount(1);
  await signOut();
  await page.getByRole("button", { name: "Discard and sign out" }).click();
  await expect(page.getByRole("textbox", { name: "Password" })).toBeVisible();

  await signIn(page.context(), company.server.url, author);
  const back = await open(author, { path: "/channels/everyone", context: page.context() });
  await expect(back.composer).toBeVisible();
  await expect(back.outgoing).toHaveCount(0);
});

test("a tab becomes that of whoever has signed in since, shows nothing of who had it, and sends nothing in another name", async ({
  company,
  open,
}) => {
  const before = await company.hire("Berta Before", "Paris");
  const since = await company.hire("Sven Since", "Berlin");
  const screen = await open(before, { path: "/channels/everyone" });
  const { page } = screen;
  await expect(screen.composer).toBeVisible();
  // as by an invitation, which tells no other tab
  await signIn(page.context(), company.server.url, since);
  const runOut = { status: 401, json: { code: "unauthenticated", message: "The token has run out." } };
  await page.route("**/api/posts", (route) => route.fulfill(runOut), { times: 1 });
  await screen.write("by Berta, whoever sits here");
  await expect(page.getByRole("button", { name: "Your account" })).toContainText("Sven Since");
  await expect(screen.outgoing).toHaveCount(0);
  await expect(screen.post("by Berta, whoever sits here")).toHaveCount(0);

  // it waits for its author
  await signIn(page.context(), company.server.url, before);
  await page.reload();
  await expect(screen.post("by Berta, whoever sits here")).toContainText("Berta Before");
});

test("a new version is offered while an open page goes on with its own", async ({ browser }) => {
  test.setTimeout(120_000);
  const deployed = await Deployed.start();
  const company = await Company.found(deployed.server);
  const context = await newContext(browser, company.admin, { keeps: true });
  try {
    await signIn(context, company.server.url, company.admin);
    const page = await context.newPage();
    const screen = new Screen(page, company.server.url);
    await screen.goto("/");
    await untilKept(page, "Everyone");
    const version = () => page.locator("meta[name=version]").getAttribute("content");
    const before = await version();
    await screen.composer.fill("half a sentence");

    await deployed.deploy();
    await page.bringToFront();
    await expect(page.getByText("A new version of Meridian is ready.")).toBeVisible({ timeout: 80_000 });
    expect(await version()).toBe(before);
    await expect(screen.composer).toHaveValue("half a sentence");
    // a part that this page had not loaded, of a version that the server has no more
    await page.getByRole("link", { name: "People" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
    await page.goBack();

    await page.getByRole("button", { name: "Load it" }).click();
    await expect(screen.composer).toHaveValue("half a sentence");
    expect(await version()).toBe("another");
  } finally {
    await context.close();
    await deployed.stop();
  }
});
