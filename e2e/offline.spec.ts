import { postsApi } from "@meridian/shared/posts";
import { expect, test } from "./stories.ts";

test("offline, typed, tab closed, back again: exactly one post", async ({ company, open }) => {
  const author = await company.hire("Otto Offline", "Vancouver");
  const first = await open(author, { path: "/channels/everyone" });
  const context = first.page.context();
  await first.settled();
  await context.setOffline(true);
  await first.write("written in a tunnel");
  await first.write("and another one");
  await expect(first.outgoing).toHaveCount(2);
  await expect(first.page.getByText("Waits for the connection").first()).toBeVisible();
  await first.page.close();

  await context.setOffline(false);
  const back = await open(author, { path: "/channels/everyone", context });
  await expect(back.post("written in a tunnel")).toHaveCount(1);
  await expect(back.post("and another one")).toHaveCount(1);
  await expect(back.outgoing).toHaveCount(0);
  const id = await company.channelId("everyone");
  const { posts } = await company.as(author, postsApi.channel, { id });
  const mine = posts.filter((post) => post.author.id === author.id).map((post) => post.body);
  expect(mine).toEqual(["and another one", "written in a tunnel"]);
});

test("a draft survives a reload, per channel, and is the same in each tab", async ({ company, open }) => {
  const author = await company.hire("Dora Draft", "Paris");
  const screen = await open(author, { path: "/channels/everyone" });
  await screen.composer.fill("half a thought");
  await screen.gotoChannel("paris");
  await expect(screen.composer).toHaveValue("");
  await screen.composer.fill("another half");
  await screen.page.reload();
  await expect(screen.composer).toHaveValue("another half");
  await screen.gotoChannel("everyone");
  await expect(screen.composer).toHaveValue("half a thought");

  const other = await open(author, { path: "/channels/everyone", context: screen.page.context() });
  await expect(other.composer).toHaveValue("half a thought");
  await other.composer.fill("a whole thought");
  await expect(screen.composer).toHaveValue("a whole thought");
});

test("a refused post keeps its text, to be sent again or discarded", async ({ company, open }) => {
  const author = await company.hire("Rita Refused", "Berlin");
  const screen = await open(author, { path: "/channels/everyone" });
  await screen.settled();
  await screen.page.route("**/api/posts", (route) =>
    route.fulfill({ status: 403, json: { code: "forbidden", message: "no" } }),
  );
  await screen.write("kept in any case");
  await expect(screen.outgoing.getByText("kept in any case")).toBeVisible();
  await expect(screen.outgoing.getByRole("alert")).toBeVisible();
  await screen.page.unroute("**/api/posts");
  await screen.outgoing.getByRole("button", { name: "Send again" }).click();
  await expect(screen.post("kept in any case")).toHaveCount(1);
  await expect(screen.outgoing).toHaveCount(0);
});
