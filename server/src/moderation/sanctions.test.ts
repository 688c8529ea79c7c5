import { casesApi } from "@meridian/shared/cases";
import { channelsApi } from "@meridian/shared/channels";
import { decisionsApi } from "@meridian/shared/decisions";
import type { Endpoint } from "@meridian/shared/endpoint";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { sessionsApi } from "@meridian/shared/sessions";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { CaseModel } from "../cases/model.ts";
import { NoticeModel } from "../notices/model.ts";
import { hashPassword } from "../people/passwords.ts";
import { clock } from "../clock.ts";
import { buildChannel, buildPerson, buildPost, buildReport, type Signed } from "../test/build.ts";
import { act, buildDesk, buildReported, caseAbout, type Desk, kindsOf } from "../test/desk.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let desk: Desk;

beforeAll(async () => {
  desk = await buildDesk();
});

const inAWeek = () => new Date(clock.millis() + 7 * 86_400_000).toISOString();

/** Somebody's profile, reported, and its case. */
async function reportedProfile(given: Parameters<typeof buildPerson>[0] = {}) {
  const person = await buildPerson({ city: "Berlin", ...given });
  await buildReport(server.node.url, desk.reader, { kind: "profile", id: person.id });
  return { person, kase: await caseAbout(server, person.id, desk.admin) };
}

describe("a freeze", () => {
  it("stops every way of writing at once, says why and until when, and ends by itself", async () => {
    const { url } = server.node;
    const other = await server.startAnother();
    const { person, kase } = await reportedProfile();
    const { token } = person;
    const post = await buildPost(url, person, { channelIds: [desk.berlin.channelId], body: "before" });
    const removed = await buildPost(url, person, { channelIds: post.channelIds });
    await succeed(url, postsApi.remove, { id: removed.id }, token);
    const ownChannel = await buildChannel(url, person);
    const [own, watcher] = [
      await listenAs(other.url, person.token),
      await listenAs(other.url, (await buildPerson()).token),
    ];
    const until = inAWeek();
    expect((await act(server, desk.admin, kase, ["freeze"], { until })).status).toBe(200);
    await own.until((l) => l.heard("me:changed").length > 0, "word of the freeze", 2_000);
    expect(own.heard("me:changed")).toMatchObject([
      { frozen: { until, reason: "it hurts", caseId: kase.id } },
    ]);
    const drafts: [Endpoint, object][] = [
      [postsApi.create, { key: "frozen-1", channelIds: post.channelIds, body: "x" }],
      [threadsApi.reply, { id: post.id, key: "frozen-2", body: "x" }],
      [postsApi.edit, { id: post.id, body: "x" }],
      [postsApi.restore, { id: removed.id }],
      [reactionsApi.react, { id: post.id, emoji: "👍" }],
      [peopleApi.edit, { id: person.id, about: "x" }],
      [channelsApi.create, { name: "x", about: "", private: false }],
      [channelsApi.edit, { id: ownChannel.id, about: "x" }],
    ];
    const told = { code: "frozen", message: "it hurts", fields: { until } };
    for (const [endpoint, input] of drafts) {
      const answer = await request(other.url, endpoint, input as never, token);
      expect([endpoint.path, answer.status, answer.body]).toEqual([endpoint.path, 403, told]);
    }
    const picture = await fetch(`${other.url}/api/people/${person.id}/avatar`, {
      method: "PUT",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "image/png" },
      body: "x",
    });
    expect(await picture.json()).toEqual(told);
    // what is no word to others stays theirs, sent with the rest as the form sends it
    const { name, about } = person.person;
    const settings = { id: person.id, name, about, language: "fr" as const, zone: "Europe/Paris" };
    expect((await request(url, peopleApi.edit, settings, token)).status).toBe(200);
    expect((await request(url, peopleApi.removeAvatar, { id: person.id }, token)).status).toBe(200);
    expect((await request(url, postsApi.home, {}, person.token)).status).toBe(200);
    const marker = await buildPost(url, desk.author, { channelIds: post.channelIds });
    await watcher.until((l) => l.heard("post:created").some(({ id }) => id === marker.id));
    expect(watcher.transcript).not.toContain("it hurts");

    clock.correct(new Date(Date.parse(until) + 1_000));
    const after = await request(url, postsApi.edit, { id: post.id, body: "after" }, person.token);
    const me = await succeed(url, peopleApi.me, {}, person.token);
    clock.correct(new Date());
    expect([after.status, me.frozen]).toEqual([200, null]);
    own.close();
    watcher.close();
  });
});

describe("a suspension", () => {
  it("signs out on every node within two seconds, by a case as by the menu, and no word of why goes round", async () => {
    const { url } = server.node;
    const other = await server.startAnother();
    const byMenu = await buildPerson({ city: "Berlin" });
    const { person: byCase, kase } = await reportedProfile();
    const suspend: [Signed, () => Promise<{ status: number }>][] = [
      [byCase, () => act(server, desk.admin, kase, ["suspend"], { until: null })],
      [
        byMenu,
        () =>
          request(
            url,
            peopleApi.suspend,
            { id: byMenu.id, reason: "it hurts", until: inAWeek() },
            desk.admin.token,
          ),
      ],
    ];
    const watcher = await listenAs(url, (await buildPerson()).token);
    for (const [person, doing] of suspend) {
      const sockets = [await listenAs(url, person.token), await listenAs(other.url, person.token)];
      expect((await doing()).status).toBe(200);
      for (const socket of sockets) await socket.until((l) => l.states.includes("closed"), "the end", 2_000);
      expect(await request(other.url, sessionsApi.list, {}, person.token)).toMatchObject({ status: 401 });
      await watcher.until((l) => l.heard("person:changed").some(({ id }) => id === person.id));
      expect(await AuditModel.countDocuments({ "target.id": person.id, action: "case:upheld" })).toBe(1);
    }
    expect(watcher.transcript).not.toContain("it hurts");
    watcher.close();
  });

  it("is lifted with its decision, and with the decision alone", async () => {
    const { url } = server.node;
    const person = await buildPerson({ city: "Berlin" });
    const suspension = { id: person.id, reason: "too fast", until: null };
    await succeed(url, peopleApi.suspend, suspension, desk.admin.token);
    const lifted = await succeed(url, peopleApi.unsuspend, { id: person.id }, desk.second.token);
    expect(lifted.suspended).toBeNull();
    expect(await caseAbout(server, person.id, desk.admin)).toMatchObject({ state: "overturned" });
    expect(await kindsOf(server, person).catch(() => [])).toEqual([]);
  });

  it("that is sent again, since no answer came, is one case, one entry and one word of it", async () => {
    const { url } = server.node;
    const { id } = await buildPerson({ city: "Berlin" });
    for (const until of [inAWeek(), null]) {
      const suspend = () =>
        request(url, peopleApi.suspend, { id, reason: "too fast", until }, desk.admin.token);
      const answers = [...(await Promise.all([suspend(), suspend()])), await suspend()];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    }
    expect(await CaseModel.countDocuments({ "target.id": id })).toBe(2);
    expect(await AuditModel.countDocuments({ "target.id": id, action: "case:upheld" })).toBe(2);
    expect(await NoticeModel.countDocuments({ personId: id, kind: "decision" })).toBe(2);
  });

  it("can be appealed by who can't sign in, once, with their password", async () => {
    const { url } = server.node;
    const passwordHash = await hashPassword("correct horse");
    const person = await buildPerson({ city: "Berlin", passwordHash });
    const send = (password: string, text = "It wasn't me.") =>
      request(url, decisionsApi.appealSuspension, { email: person.person.email, password, text });
    expect((await send("correct horse")).status).toBe(404);
    await succeed(url, peopleApi.suspend, { id: person.id, reason: "r", until: null }, desk.admin.token);
    expect((await send("wrong horse")).status).toBe(401);
    expect((await send("correct horse")).status).toBe(200);
    expect((await send("correct horse", "Again")).status).toBe(409);
    const { id, rev, state } = await caseAbout(server, person.id, desk.second);
    expect(state).toBe("appealed");
    const judgement = { id, rev, outcome: "overturn" as const, reason: "It was somebody else." };
    await succeed(url, casesApi.judgeAppeal, judgement, desk.second.token);
    const credentials = { email: person.person.email, password: "correct horse" };
    expect((await request(url, sessionsApi.signIn, credentials)).status).toBe(200);
  });

  it("is an admin's to give, and no admin's to get", async () => {
    const { kase } = await buildReported(server, desk);
    expect((await act(server, desk.lead, kase, ["suspend"], { until: null })).status).toBe(403);
    const { kase: admins } = await reportedProfile({ role: "admin" });
    for (const action of ["suspend", "freeze"]) {
      expect((await act(server, desk.admin, admins, [action], { until: inAWeek() })).status).toBe(403);
    }
    expect((await act(server, desk.admin, admins, ["warn"])).status).toBe(200);
  });

  it("of another case stays when one is overturned", async () => {
    const { url } = server.node;
    const { kase } = await buildReported(server, desk);
    const { kase: later } = await buildReported(server, desk);
    await act(server, desk.lead, kase, ["hide", "freeze"], { until: inAWeek() });
    const until = new Date(clock.millis() + 30 * 86_400_000).toISOString();
    await act(server, desk.lead, later, ["hide", "freeze"], { until });
    const frozen = async () =>
      (await succeed(url, peopleApi.me, {}, desk.author.token)).frozen?.until ?? null;
    expect(await frozen()).toBe(until);
    await succeed(url, decisionsApi.appeal, { id: kase.id, text: "No" }, desk.author.token);
    const { rev } = await caseAbout(server, kase.target.id, desk.admin);
    const judgement = { id: kase.id, rev, outcome: "overturn" as const, reason: "Right" };
    await succeed(url, casesApi.judgeAppeal, judgement, desk.admin.token);
    expect(await frozen()).toBe(until);
  });
});
