import { companyApi } from "@meridian/shared/company";
import { expect, it } from "vitest";
import { cities } from "../test/build.ts";
import { request, useServer } from "../test/startServer.ts";

const server = useServer();

it("the link that one server prints opens the first run on every other, once, and no other link does", async () => {
  const other = await server.startAnother();
  const admin = {
    name: "Ada Admin",
    handle: "ada",
    email: "ada@example.com",
    password: "correct horse battery",
    city: "London",
  };
  const found = (setupToken: string, { url } = other) =>
    request(url, companyApi.setUp, { setupToken, companyName: "Meridian", offices: cities, admin });
  expect((await found("x".repeat(43))).status).toBe(403);
  const atOnce = await Promise.all([other, server.node].map((node) => found(server.node.setupToken, node)));
  expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await found(server.node.setupToken)).status).toBe(409);
});
