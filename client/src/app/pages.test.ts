import { expect, test } from "vitest";
import { pageAt } from "./pages.ts";

test.each([
  ["/", "/", {}],
  ["/posts/65a", "/posts/:id", { id: "65a" }],
  ["/hashtags/caf%C3%A9", "/hashtags/:tag", { tag: "café" }],
  ["/hashtags/50%", "/hashtags/:tag", { tag: "50%" }],
  ["/people", "/people", {}],
  ["/people/Ana/", "/people/:handle", { handle: "Ana" }],
  ["/moderation", "/moderation/:id?", {}],
  ["/moderation/65a", "/moderation/:id?", { id: "65a" }],
  ["/administration", "/administration", {}],
  ["/administration/audit", "/administration/audit", {}],
  ["/administration/audit/more", "*", {}],
  ["/nowhere", "*", {}],
])("%s is %s", (pathname, path, params) => {
  const found = pageAt(pathname);
  expect([found.page.path, JSON.parse(JSON.stringify(found.params))]).toEqual([path, params]);
});
