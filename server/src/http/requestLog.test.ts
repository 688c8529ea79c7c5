import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { sessionsApi } from "@meridian/shared/sessions";
import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { beforeAll, expect, it } from "vitest";
import { createLog } from "../log.ts";
import { hashPassword } from "../people/passwords.ts";
import { buildChannel, buildCompany, buildPerson, type Signed } from "../test/build.ts";
import { Listener, request, succeed, useServer } from "../test/startServer.ts";

const lines: string[] = [];
const log = createLog("debug", { write: (line) => void lines.push(line) });
const server = useServer({ log, trustedProxies: 1 });
let person: Signed;
let channelId: string;

beforeAll(async () => {
  await buildCompany();
  person = await buildPerson({ passwordHash: await hashPassword("canary-right-password") });
  channelId = (await buildChannel(server.node.url, person)).id;
});

const linesOf = (requestId: string) =>
  lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line["requestId"] === requestId);
const post = (body: string) =>
  request(
    server.node.url,
    postsApi.create,
    { key: `key-${randomBytes(5).toString("hex")}`, channelIds: [channelId], body },
    person.token,
  );

/** The database refuses every text for a reason that nobody foresaw, and quotes it in the error. */
async function whilePostsAreRefused<T>(work: () => Promise<T>): Promise<T> {
  const rule = (validator: object) => mongoose.connection.db!.command({ collMod: "posts", validator });
  await rule({ body: "nothing" });
  try {
    return await work();
  } finally {
    await rule({});
  }
}

it("a failure answers with the number by which the log knows it, and the log says why", async () => {
  const answer = await whilePostsAreRefused(() => post("canary-refused-text"));
  expect([answer.status, answer.headers.get("x-request-id")]).toEqual([
    500,
    expect.stringMatching(/^[0-9a-f]{16}$/),
  ]);
  const { requestId } = answer.body as { requestId: string };
  expect(requestId).toBe(answer.headers.get("x-request-id"));
  expect(linesOf(requestId)).toMatchObject([
    {
      level: 50,
      req: { method: "POST", path: "/api/posts" },
      res: { status: 500 },
      err: { message: expect.stringContaining("validation") },
    },
  ]);
});

it("a number given by a proxy of ours is kept when it has the form of one", async () => {
  const given = async (id: string) =>
    (await fetch(`${server.node.url}/api/me`, { headers: { "X-Request-Id": id } })).headers.get(
      "x-request-id",
    );
  expect(await given("edge-0123.4567_89ab")).toBe("edge-0123.4567_89ab");
  for (const wrong of ["short", "x".repeat(65), "with a space in it", `{"level":60}`]) {
    expect(await given(wrong)).toMatch(/^[0-9a-f]{16}$/);
  }
  expect(linesOf("edge-0123.4567_89ab")).toMatchObject([
    { level: 20, req: { method: "GET", path: "/api/me" } },
  ]);
});

it("no password, token or text stands in the log, however much of it is written and whatever fails", async () => {
  const { url } = server.node;
  const { email } = person.person;
  await request(url, sessionsApi.signIn, { email, password: "canary-wrong-password" });
  const signedIn = await request(url, sessionsApi.signIn, { email, password: "canary-right-password" });
  const cookie = signedIn.headers.get("set-cookie")!.split(";")[0]!;
  const { accessToken } = signedIn.body as { accessToken: string };
  const refreshed = await request(url, sessionsApi.refresh, {}, undefined, { Cookie: cookie });
  const posted = (await post("canary-posted-text")).body as { id: string };
  await whilePostsAreRefused(async () => {
    const edit = { id: posted.id, body: "canary-edited-text" };
    for (const refused of [
      await post("canary-refused-text"),
      await request(url, postsApi.edit, edit, person.token),
    ])
      expect(refused.status).toBe(500);
  });
  await fetch(`${url}/api/posts/search?text=canary-searched-text&token=canary-query`);
  await fetch(`${url}/api/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: '{"password":"canary-half-typed"',
  });
  const { avatar } = await putAvatar();
  await fetch(`${url}/api/avatars/${avatar}`);
  const sockets = [new Listener(url, accessToken), new Listener(url, `${accessToken}canary`)];
  await Promise.all(sockets.map((one) => one.until(({ states }) => states.length > 0)));
  sockets.forEach((one) => one.close());

  const written = lines.join("");
  const secrets = [
    accessToken,
    person.token,
    cookie.split("=")[1]!,
    refreshed.headers.get("set-cookie")!.split(/[=;]/)[1]!,
    avatar!,
  ];
  for (const secret of ["canary", ...secrets]) expect(written).not.toContain(secret);
  expect(lines.length).toBeGreaterThan(8);
});

async function putAvatar(): Promise<{ avatar: string | null }> {
  const pixel = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
  await fetch(`${server.node.url}/api/people/${person.id}/avatar`, {
    method: "PUT",
    headers: { "Content-Type": "image/gif", Authorization: `Bearer ${person.token}` },
    body: Buffer.from(pixel, "base64"),
  });
  return succeed(server.node.url, peopleApi.me, {}, person.token);
}
