import { sessionsApi } from "@meridian/shared/sessions";
import { peopleApi } from "@meridian/shared/people";
import jwt from "jsonwebtoken";
import { generateKeyPairSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { PersonModel } from "../people/model.ts";
import { hashPassword } from "../people/passwords.ts";
import { buildCompany, buildPerson } from "../test/build.ts";
import { request, testKeys, useServer } from "../test/startServer.ts";
import { sessionActions } from "./actions.ts";
import { endSessions } from "./end.ts";
import { SessionModel } from "./model.ts";
import { Tokens } from "./tokens.ts";

const server = useServer();
const password = "correct horse battery";

beforeAll(async () => {
  await buildCompany();
});

async function signInAs(email: string, given = password) {
  return request(server.node.url, sessionsApi.signIn, { email, password: given });
}

async function buildWithPassword() {
  return (await buildPerson({ passwordHash: await hashPassword(password) })).person;
}

const cookieOf = (headers: Headers) => headers.get("set-cookie")!.split(";")[0]!;
const refresh = (cookie: string) =>
  request(server.node.url, sessionsApi.refresh, {}, undefined, { Cookie: cookie });

describe("signing in", () => {
  it("answers a token, whom it is for, and a cookie that no script reads", async () => {
    const person = await buildWithPassword();
    const answer = await signInAs(` ${person.email.toUpperCase()} `);
    expect(answer).toMatchObject({ status: 200, body: { expiresIn: 600, me: { id: String(person._id) } } });
    expect(answer.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Strict/);
    expect(JSON.stringify(answer.body)).not.toMatch(/hash|argon/i);
  });

  it("says the same to a wrong password, to nobody, and to who has none yet", async () => {
    const person = await buildWithPassword();
    const imported = (await buildPerson()).person;
    const answers = [
      await signInAs(person.email, "wrong"),
      await signInAs("nobody@example.com"),
      await signInAs(imported.email),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(answers[0]!.status).toBe(401);
  });

  it("stores an argon2id hash of 19 MiB and two passes", async () => {
    const person = await buildWithPassword();
    const stored = await PersonModel.findById(person._id).lean();
    expect(stored!.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});

it("a password that is changed while somebody signs in with it opens no session", async () => {
  const person = await buildWithPassword();
  const { openSession } = sessionActions(new Tokens(testKeys), false);
  const exchange = { request: { get: () => "late" }, response: { cookie: () => {} } } as never;
  let late: Promise<unknown> | undefined;
  await transaction(async (session) => {
    const change = { $set: { passwordHash: "another one" } };
    await PersonModel.updateOne({ _id: person._id }, change, { session });
    await endSessions({ personId: person._id }, session);
    late ??= openSession(person, exchange).catch((error: unknown) => error);
    await Promise.race([late, sleep(300)]);
  });
  expect(await late).toMatchObject({ code: "wrong_password" });
  expect(await SessionModel.countDocuments({ personId: person._id, userAgent: "late" })).toBe(0);
});

describe("refreshing", () => {
  it("spends the cookie's token; two tabs at once get the same successor", async () => {
    const first = cookieOf((await signInAs((await buildWithPassword()).email)).headers);
    const [a, b] = await Promise.all([refresh(first), refresh(first)]);
    expect([a.status, b.status]).toEqual([200, 200]);
    expect(cookieOf(a.headers)).toBe(cookieOf(b.headers));
    expect((await refresh(cookieOf(a.headers))).status).toBe(200);
  });

  it("with a token that was spent long ago ends the session", async () => {
    const first = cookieOf((await signInAs((await buildWithPassword()).email)).headers);
    const second = cookieOf((await refresh(first)).headers);
    const now = clock.now();
    clock.correct(new Date(now.getTime() + 11_000));
    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(second)).status).toBe(401);
    clock.correct(new Date(now.getTime() + 20));
  });

  it("refuses malformed cookies, and keeps only hashes", async () => {
    for (const value of ["", "x", "undefined", `${"0".repeat(24)}.${"a".repeat(43)}`, "a".repeat(5_000)]) {
      expect((await refresh(`meridian=${value}`)).status).toBe(401);
    }
    const cookie = cookieOf((await signInAs((await buildWithPassword()).email)).headers);
    const all = JSON.stringify(await SessionModel.find().lean());
    expect(all).not.toContain(cookie.split(".")[1]);
  });
});

describe("forged tokens", () => {
  it("are refused, whatever they are made of", async () => {
    const { id, sessionId, token } = await buildPerson();
    const secret = testKeys[0]!.secret;
    const good = {
      issuer: "meridian",
      audience: "meridian",
      subject: id,
      keyid: "test",
      expiresIn: 600,
    } as const;
    const claims = { sid: sessionId, typ: "access" };
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const [header, payload, signature] = token.split(".") as [string, string, string];
    const none = Buffer.from('{"alg":"none","kid":"test"}').toString("base64url");
    const forged = {
      empty: "",
      garbage: "a.b.c",
      none: `${none}.${payload}.`,
      cut: `${header}.${payload}`,
      flipped: `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      hs512: jwt.sign(claims, secret, { ...good, algorithm: "HS512" }),
      rs256: jwt.sign(claims, privateKey, { ...good, algorithm: "RS256" }),
      wrongKey: jwt.sign(claims, "x".repeat(48), good),
      wrongKid: jwt.sign(claims, secret, { ...good, keyid: "other" }),
      noKid: jwt.sign({ ...claims, iss: "meridian", aud: "meridian", sub: id }, secret, { expiresIn: 600 }),
      expired: jwt.sign(claims, secret, { ...good, expiresIn: -1 }),
      future: jwt.sign(claims, secret, { ...good, notBefore: 600 }),
      audience: jwt.sign(claims, secret, { ...good, audience: "other" }),
      issuer: jwt.sign(claims, secret, { ...good, issuer: "other" }),
      type: jwt.sign({ ...claims, typ: "refresh" }, secret, good),
      noType: jwt.sign({ sid: sessionId }, secret, good),
      noExpiry: jwt.sign({ ...claims, iss: "meridian", aud: "meridian", sub: id }, secret, { keyid: "test" }),
      noSession: jwt.sign({ typ: "access" }, secret, good),
      strangeSession: jwt.sign({ typ: "access", sid: { $ne: null } }, secret, good),
      othersSession: jwt.sign({ ...claims, sid: (await buildPerson()).sessionId }, secret, good),
      strangeSubject: jwt.sign(claims, secret, { ...good, subject: "admin" }),
    };
    expect((await request(server.node.url, peopleApi.me, {}, token)).status).toBe(200);
    for (const [kind, value] of Object.entries(forged)) {
      expect([kind, (await request(server.node.url, peopleApi.me, {}, value)).status]).toEqual([kind, 401]);
    }
  });
});
