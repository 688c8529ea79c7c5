import { type AccountsQuery, accountsApi } from "@meridian/shared/accounts";
import { channelsApi } from "@meridian/shared/channels";
import { companyApi } from "@meridian/shared/company";
import { invitationsApi } from "@meridian/shared/invitations";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { sessionsApi } from "@meridian/shared/sessions";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { hashPassword } from "../people/passwords.ts";
import { buildCompany, buildPerson, buildPost, type Signed, signIn } from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;
let everyone: string;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  const { channels } = await succeed(server.node.url, channelsApi.list, {}, admin.token);
  everyone = channels.find((channel) => channel.slug === "everyone")!.id;
});

const entriesAbout = async (id: string) =>
  (await AuditModel.find({ "target.id": id }).sort({ at: 1 }).lean()).map((entry) => entry.action);

describe("the list of accounts", () => {
  it("is found by name, address, office, role and state, in pages that miss no one", async () => {
    const { url } = server.node;
    const olga = await buildPerson({ name: "Olga Petrova", email: "petrova@example.com", city: "Sydney" });
    const sydney = String(olga.person.officeId);
    const lead = await buildPerson({ name: "Olaf Lead", leads: [olga.person.officeId], city: "Sydney" });
    const out = await buildPerson({ name: "Olive Out", suspended: { until: null, reason: "r" } });
    const gone = await buildPerson({ name: "Oscar Gone", leftAt: new Date() });
    const names = async (query: AccountsQuery) =>
      (await succeed(url, accountsApi.list, query, admin.token)).accounts.map((one) => one.name);
    expect(await names({ q: "petrov" })).toEqual(["Olga Petrova"]);
    expect(await names({ q: "PETROVA@" })).toEqual(["Olga Petrova"]);
    expect(await names({ officeId: sydney })).toEqual(["Olaf Lead", "Olga Petrova"]);
    expect(await names({ role: "lead" })).toEqual([lead.person.name]);
    expect(await names({ role: "admin" })).toEqual(["Ada Admin"]);
    expect(await names({ state: "suspended" })).toEqual([out.person.name]);
    expect(await names({ state: "deactivated" })).toEqual([gone.person.name]);
    expect(await names({ q: "ol", state: "active" })).toEqual(["Olaf Lead", "Olga Petrova"]);
    const seen: string[] = [];
    for (let after: string | undefined, turns = 0; turns === 0 || after; turns += 1) {
      const page = await succeed(url, accountsApi.list, { limit: 2, ...(after && { after }) }, admin.token);
      seen.push(...page.accounts.map((one) => one.id));
      expect(page.total).toBe(5);
      after = page.next ?? undefined;
    }
    expect(new Set(seen).size).toBe(5);
  });
});

describe("an auditor", () => {
  it("reads accounts and invitations, and changes neither", async () => {
    const { url } = server.node;
    const [auditor, other] = [await buildPerson({ role: "auditor" }), await buildPerson()];
    await succeed(url, accountsApi.list, { limit: 1 }, auditor.token);
    await succeed(url, invitationsApi.list, {}, auditor.token);
    const { token, person } = auditor;
    const invitation = { email: "x@example.com", officeId: String(person.officeId), role: "staff" as const };
    const refused = [
      await request(url, accountsApi.deactivate, { id: other.id }, token),
      await request(url, accountsApi.reactivate, { id: other.id }, token),
      await request(url, accountsApi.signOut, { id: other.id }, token),
      await request(url, invitationsApi.create, invitation, token),
      await request(url, companyApi.edit, { name: "Taken over" }, token),
      await request(url, peopleApi.edit, { id: other.id, role: "admin" }, token),
    ];
    expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 403));
  });
});

describe("the company's name", () => {
  it("is changed by an admin, heard by everybody and written down once", async () => {
    const { url } = server.node;
    const listener = await listenAs(url, (await buildPerson()).token);
    await succeed(url, companyApi.edit, { name: "Renamed Ltd" }, admin.token);
    await succeed(url, companyApi.edit, { name: "Renamed Ltd" }, admin.token);
    await listener.until((l) => l.heard("company:changed").some(({ name }) => name === "Renamed Ltd"));
    expect(await succeed(url, companyApi.show, {})).toEqual({ name: "Renamed Ltd", ready: true });
    const entries = await AuditModel.find({ action: "company:changed" }).lean();
    expect(entries.map(({ before, after }) => [before, after])).toEqual([
      [{ name: "Meridian Test" }, { name: "Renamed Ltd" }],
    ]);
    expect((await request(url, companyApi.edit, { name: " " }, admin.token)).status).toBe(400);
    listener.close();
  });
});

describe("an account that is closed", () => {
  it("ends every session at once, lets nobody in, leaves the directory, and its posts keep their name", async () => {
    const { url } = server.node;
    const passwordHash = await hashPassword("correct horse");
    const leaver = await buildPerson({ name: "Lena Leaver", passwordHash });
    const second = await signIn(leaver.person);
    const post = await buildPost(url, leaver, { channelIds: [everyone] });
    const sockets = [await listenAs(url, leaver.token), await listenAs(url, second.token)];
    const colleague = await listenAs(url, admin.token);
    const account = await succeed(url, accountsApi.deactivate, { id: leaver.id }, admin.token);
    expect(account).toMatchObject({ state: "deactivated", sessions: 0 });
    for (const socket of sockets)
      await socket.until(({ states }) => states.includes("closed"), "closing", 2_000);
    await colleague.until((l) => l.heard("person:changed").some((one) => one.id === leaver.id && one.leftAt));
    for (const token of [leaver.token, second.token]) {
      expect((await request(url, peopleApi.me, {}, token)).status).toBe(401);
    }
    const credentials = { email: leaver.person.email, password: "correct horse" };
    expect(await request(url, sessionsApi.signIn, credentials)).toMatchObject({
      status: 403,
      body: { code: "deactivated" },
    });
    const { people } = await succeed(url, peopleApi.list, { q: "lena" }, admin.token);
    expect(people).toEqual([]);
    const shown = await succeed(url, postsApi.show, { id: post.id }, admin.token);
    expect(shown.author.name).toBe("Lena Leaver");

    await succeed(url, accountsApi.reactivate, { id: leaver.id }, admin.token);
    expect((await request(url, sessionsApi.signIn, credentials)).status).toBe(200);
    expect((await request(url, peopleApi.me, {}, leaver.token)).status).toBe(401);
    colleague.close();
  });

  it("is closed once: a second time changes and writes nothing", async () => {
    const { url } = server.node;
    const leaver = await buildPerson();
    const [first, again] = await Promise.all([
      succeed(url, accountsApi.deactivate, { id: leaver.id }, admin.token),
      succeed(url, accountsApi.deactivate, { id: leaver.id }, admin.token),
    ]);
    expect(first.leftAt).toBe(again.leftAt);
    expect(await entriesAbout(leaver.id)).toEqual(["person:deactivated"]);
    await succeed(url, accountsApi.reactivate, { id: leaver.id }, admin.token);
    await succeed(url, accountsApi.reactivate, { id: leaver.id }, admin.token);
    expect(await entriesAbout(leaver.id)).toEqual(["person:deactivated", "person:reactivated"]);
  });

  it("is nobody's own and no admin's", async () => {
    const { url } = server.node;
    const other = await buildPerson({ role: "admin" });
    const close = async (id: string, token: string) =>
      (await request(url, accountsApi.deactivate, { id }, token)).status;
    expect(await close(admin.id, admin.token)).toBe(403);
    expect(await close(other.id, admin.token)).toBe(403);
    const staff = await buildPerson();
    expect(await close(other.id, staff.token)).toBe(403);
    expect(await close("0".repeat(24), admin.token)).toBe(404);
  });
});

describe("signing somebody out", () => {
  it("closes all their sockets, is written down, and they may come back", async () => {
    const { url } = server.node;
    const person = await buildPerson({ passwordHash: await hashPassword("correct horse") });
    const socket = await listenAs(url, person.token);
    await succeed(url, accountsApi.signOut, { id: person.id }, admin.token);
    await socket.until(({ states }) => states.includes("closed"), "closing", 2_000);
    expect((await request(url, peopleApi.me, {}, person.token)).status).toBe(401);
    expect(await entriesAbout(person.id)).toEqual(["person:signedOut"]);
    const credentials = { email: person.person.email, password: "correct horse" };
    expect((await request(url, sessionsApi.signIn, credentials)).status).toBe(200);
  });
});

describe("what an admin changes about somebody", () => {
  it("is written down with how it was; what people change about themselves is not", async () => {
    const { url } = server.node;
    const person = await buildPerson({ job: "Clerk" });
    await succeed(url, peopleApi.edit, { id: person.id, job: "Own words" }, person.token);
    expect(await entriesAbout(person.id)).toEqual([]);
    await succeed(url, peopleApi.edit, { id: person.id, role: "admin" }, admin.token);
    await succeed(url, peopleApi.edit, { id: person.id, job: "Chief" }, admin.token);
    const entries = await AuditModel.find({ "target.id": person.id }).sort({ at: 1 }).lean();
    expect(entries.map(({ action, before, after }) => [action, before, after])).toEqual([
      ["person:role", { role: "staff" }, { role: "admin" }],
      ["person:changed", { job: "Own words" }, { job: "Chief" }],
    ]);
  });
});
