import { deskApi } from "@meridian/shared/desk";
import { invitationsApi } from "@meridian/shared/invitations";
import { officesApi } from "@meridian/shared/offices";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { sessionsApi } from "@meridian/shared/sessions";
import { beforeAll, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { buildCompany, buildPerson, cities, type Signed } from "../test/build.ts";
import { nobody } from "../test/samples.ts";
import { request, useServer } from "../test/startServer.ts";
import { hashPassword } from "../people/passwords.ts";

const server = useServer({ rateLimits: true, trustedProxies: 1 });
let admin: Signed;
const password = "correct horse battery";

beforeAll(async () => {
  ({ admin } = await buildCompany());
});

it("ten wrong passwords lock one address out of one account, and nobody else", async () => {
  const passwordHash = await hashPassword(password);
  const victim = (await buildPerson({ passwordHash })).person;
  const colleague = (await buildPerson({ passwordHash })).person;
  const signIn = (email: string, given: string) =>
    request(server.node.url, sessionsApi.signIn, { email, password: given });
  for (let n = 0; n < 10; n += 1) expect((await signIn(victim.email, "wrong")).status).toBe(401);
  const locked = await signIn(` ${victim.email.toUpperCase()}`, password);
  expect(locked.status).toBe(429);
  expect(Number(locked.headers.get("retry-after"))).toBeGreaterThan(200);
  expect((await signIn(colleague.email, password)).status).toBe(200);
});

it("wrong passwords from all over one IPv6 network are counted together", async () => {
  const { email } = (await buildPerson({ passwordHash: await hashPassword(password) })).person;
  const signIn = (from: string, given: string) =>
    request(server.node.url, sessionsApi.signIn, { email, password: given }, undefined, {
      "X-Forwarded-For": from,
    });
  for (let n = 0; n < 10; n += 1) expect((await signIn(`2001:db8:1:2::${n}`, "wrong")).status).toBe(401);
  expect((await signIn("2001:db8:1:2:3:4:5:6", password)).status).toBe(429);
  expect((await signIn("2001:db8:1:3::1", password)).status).toBe(200);
});

it("three hundred invitations a minute are opened from one address, behind which a whole office sits", async () => {
  const open = async () =>
    (await request(server.node.url, invitationsApi.open, { token: "x".repeat(43) })).status;
  const statuses: number[] = [];
  for (let n = 0; n < 31; n += 1) statuses.push(...(await Promise.all(Array.from({ length: 10 }, open))));
  expect(new Set(statuses.slice(0, 300))).toEqual(new Set([404]));
  expect(new Set(statuses.slice(300))).toEqual(new Set([429]));
});

it("the log is saved twenty times in five minutes, and each time is in it", async () => {
  const { id, token } = await buildPerson({ role: "auditor" });
  const save = async () =>
    (
      await fetch(`${server.node.url}/api/audit/export?format=csv`, {
        headers: { Authorization: `Bearer ${token}` },
      })
    ).status;
  for (let n = 0; n < 20; n += 1) expect(await save()).toBe(200);
  expect(await save()).toBe(429);
  expect(await AuditModel.countDocuments({ "actor.id": id, action: "audit:exported" })).toBe(20);
});

it.each([
  [
    "what a post said before",
    (token: string) => request(server.node.url, postsApi.history, { id: nobody }, token),
  ],
  ["the figures of the desk", (token: string) => request(server.node.url, deskApi.figures, {}, token)],
  [
    "the end of a suspension",
    (token: string) => request(server.node.url, peopleApi.unsuspend, { id: nobody }, token),
  ],
])("%s is asked for 240 times a minute", async (_what, ask) => {
  const { token } = await buildPerson();
  const statuses: number[] = [];
  for (let n = 0; n < 25; n += 1) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(token)));
    statuses.push(...answers.map((answer) => answer.status));
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(10);
});

it.each([
  [{ Origin: "https://evil.example" }, 403],
  [{ Origin: "null" }, 403],
  [{ "Sec-Fetch-Site": "cross-site" }, 403],
  [{ "Sec-Fetch-Site": "same-site", Origin: "https://other.example.com" }, 403],
  [{ "Sec-Fetch-Site": "same-origin" }, 401],
  [{}, 401],
])("a change asked for with %o is answered %i", async (headers, status) => {
  const { url } = server.node;
  const answer = await fetch(`${url}/api/sessions/refresh`, {
    method: "POST",
    headers: { ...headers } as Record<string, string>,
  });
  expect(answer.status).toBe(status);
});

it("an office can't take the name by which somebody is called, nor a suspension end before it began", async () => {
  await buildPerson({ handle: "lima" });
  const office = { ...cities[0]!, city: "Lima" };
  expect((await request(server.node.url, officesApi.create, office, admin.token)).status).toBe(409);
  const { id } = await buildPerson();
  const past = { id, reason: "late", until: "2020-01-01T00:00:00.000Z" };
  expect((await request(server.node.url, peopleApi.suspend, past, admin.token)).status).toBe(400);
});
