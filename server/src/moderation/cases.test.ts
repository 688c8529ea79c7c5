import { casesApi } from "@meridian/shared/cases";
import { rulesApi } from "@meridian/shared/companyRules";
import { decisionsApi } from "@meridian/shared/decisions";
import { noticesApi } from "@meridian/shared/notices";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { reportsApi } from "@meridian/shared/reports";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { verifyAudit } from "../audit/verify.ts";
import { clock } from "../clock.ts";
import { OfficeModel } from "../offices/model.ts";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReply,
  buildReport,
  type Signed,
} from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;
let second: Signed;
let lead: Signed;
let author: Signed;
let reader: Signed;
let berlin: { id: string; channelId: string };

beforeAll(async () => {
  ({ admin } = await buildCompany());
  const office = (await OfficeModel.findOne({ city: "Berlin" }).lean())!;
  berlin = { id: String(office._id), channelId: String(office.channelId) };
  second = await buildPerson({ role: "admin" });
  lead = await buildPerson({ city: "Berlin", leads: [office._id] });
  author = await buildPerson({ city: "Berlin" });
  reader = await buildPerson({ city: "Sydney" });
});

const inBerlin = (body?: string) =>
  buildPost(server.node.url, author, { channelIds: [berlin.channelId], ...(body && { body }) });

/** A post in Berlin's channel that was reported, and its case as a moderator sees it. */
async function reported(by = reader, as = lead, body?: string) {
  const post = await inBerlin(body);
  await buildReport(server.node.url, by, { kind: "post", id: post.id }, "please look");
  return { post, kase: await caseOf(post.id, as) };
}

async function caseOf(postId: string, as: Signed) {
  const { cases } = await succeed(
    server.node.url,
    casesApi.list,
    { state: "all", order: "newest" },
    as.token,
  );
  return cases.find(({ target }) => target.id === postId)!;
}

const act = (me: Signed, kase: { id: string; rev: number }, actions: string[], more: object = {}) =>
  request(
    server.node.url,
    casesApi.act,
    { id: kase.id, rev: kase.rev, actions: actions as never, reason: "it hurts", ...more },
    me.token,
  );

const kindsOf = async (who: Signed) =>
  (await succeed(server.node.url, noticesApi.list, {}, who.token)).notices.map(({ kind, outcome }) =>
    outcome ? `${kind} ${outcome}` : kind,
  );

describe("a report", () => {
  it("earns a receipt, opens one case for all who report, and says no name to whom it is about", async () => {
    const { url } = server.node;
    const post = await inBerlin();
    const [first, other] = [await buildPerson(), await buildPerson()];
    const listener = await listenAs(url, author.token);
    const mine = await buildReport(url, first, { kind: "post", id: post.id }, "canary-note");
    const again = await buildReport(url, first, { kind: "post", id: post.id }, "another word");
    await buildReport(url, other, { kind: "post", id: post.id });
    expect(again).toEqual(mine);
    expect(mine).toMatchObject({ outcome: "pending", note: "canary-note", reason: null });
    const row = await caseOf(post.id, lead);
    expect(row).toMatchObject({ state: "open", reportCount: 2, officeId: berlin.id, careOf: berlin.id });
    const kase = await succeed(url, casesApi.show, { id: row.id }, lead.token);
    expect(kase.reports.map(({ reporter }) => reporter.id)).toEqual([first.id, other.id]);
    expect(await kindsOf(first)).toEqual(["reportReceived"]);
    const done = await act(lead, kase, ["hide", "warn"]);
    expect(done.status).toBe(200);
    await listener.until((l) => l.heard("notice:changed").length > 0);
    const told = [
      listener.transcript,
      JSON.stringify(await succeed(url, decisionsApi.mine, {}, author.token)),
      JSON.stringify(await succeed(url, noticesApi.list, {}, author.token)),
      JSON.stringify(await succeed(url, postsApi.show, { id: post.id }, author.token)),
    ].join();
    for (const name of [first.id, other.id, "canary-note", lead.id]) expect(told).not.toContain(name);
    listener.close();
  });

  it("twice at the same moment by many opens one case and counts each once", async () => {
    const { url } = server.node;
    const post = await inBerlin();
    const people = await Promise.all(Array.from({ length: 6 }, () => buildPerson()));
    await Promise.all(
      people.flatMap((who) => [1, 2].map(() => buildReport(url, who, { kind: "post", id: post.id }))),
    );
    expect((await caseOf(post.id, lead)).reportCount).toBe(6);
  });

  it("is refused for one's own, for what one can't see, and by a rule that was given up", async () => {
    const { url } = server.node;
    const secret = await buildChannel(url, author, { private: true });
    const hidden = await buildPost(url, author, { channelIds: [secret.id] });
    const { rules } = await succeed(url, rulesApi.list, {}, reader.token);
    const send = (who: Signed, id: string, ruleId = rules[0]!.id) =>
      request(url, reportsApi.report, { target: { kind: "post", id }, ruleId, note: "" }, who.token);
    const open = await inBerlin();
    expect((await send(author, open.id)).status).toBe(403);
    expect((await send(reader, hidden.id)).status).toBe(404);
    const old = await succeed(url, rulesApi.create, { texts: rules[0]!.texts }, admin.token);
    await succeed(url, rulesApi.edit, { id: old.id, active: false }, admin.token);
    expect((await send(reader, open.id, old.id)).status).toBe(400);
    const profile = { target: { kind: "profile" as const, id: author.id }, ruleId: rules[1]!.id, note: "" };
    expect((await request(url, reportsApi.report, profile, reader.token)).status).toBe(200);
  });

  it("of what was judged already adds nothing, unless the text is another one since", async () => {
    const { url } = server.node;
    const { post, kase } = await reported();
    await act(lead, kase, ["dismiss"]);
    const again = await buildReport(url, reader, { kind: "post", id: post.id });
    expect(again).toMatchObject({ outcome: "dismissed", reason: "it hurts" });
    await succeed(url, postsApi.edit, { id: post.id, body: "worse" }, author.token);
    expect(await buildReport(url, reader, { kind: "post", id: post.id })).toMatchObject({
      outcome: "pending",
    });
    expect((await caseOf(post.id, lead)).id).not.toBe(kase.id);
  });
});

describe("a case", () => {
  it("is claimed by one, live for the others, and handed over", async () => {
    const { url } = server.node;
    const { kase } = await reported();
    const watching = await listenAs(url, second.token);
    const [a, b] = await Promise.all(
      [admin, second].map((who) => request(url, casesApi.claim, { id: kase.id, rev: kase.rev }, who.token)),
    );
    const [won, lost] = a!.ok ? [a!, b!] : [b!, a!];
    expect([won.status, lost.status]).toEqual([200, 409]);
    const winner = a!.ok ? admin : second;
    expect(lost).toMatchObject({
      body: {
        code: "conflict",
        overtaken: { state: "claimed", last: { act: "claimed", by: { id: winner.id } } },
      },
    });
    await watching.until((l) => l.heard("case:changed").some((row) => row.claimedBy?.id === winner.id));
    const { rev } = await succeed(url, casesApi.show, { id: kase.id }, winner.token);
    const handed = await succeed(
      url,
      casesApi.handOver,
      { id: kase.id, rev, personId: lead.id },
      winner.token,
    );
    expect(handed.claimedBy?.id).toBe(lead.id);
    expect(await kindsOf(lead)).toContain("caseHandedOver");
    const toReader = { id: kase.id, rev: handed.rev, personId: reader.id };
    expect((await request(url, casesApi.handOver, toReader, lead.token)).status).toBe(400);
    watching.close();
  });

  it("decided by two at the same moment is decided once, and the other sees how", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { kase } = await reported();
      const answers = await Promise.all([act(admin, kase, ["hide"]), act(second, kase, ["dismiss"])]);
      expect(answers.map((answer) => answer.status).toSorted((x, y) => x - y)).toEqual([200, 409]);
      const lost = answers.find((answer) => !answer.ok)!;
      expect(lost.body).toMatchObject({
        overtaken: { last: { reason: "it hurts", by: expect.any(Object) } },
      });
    }
  });

  it("is not overtaken by another report or a note", async () => {
    const { url } = server.node;
    const { post, kase } = await reported();
    await buildReport(url, await buildPerson(), { kind: "post", id: post.id });
    await succeed(url, casesApi.note, { id: kase.id, text: "looks bad" }, admin.token);
    expect((await act(lead, kase, ["hide"])).status).toBe(200);
    const { notes } = await succeed(url, casesApi.show, { id: kase.id }, lead.token);
    expect(notes).toMatchObject([{ text: "looks bad", by: { id: admin.id } }]);
  });

  it("that is dismissed brings a held post back, and tells the reporter why", async () => {
    const { url } = server.node;
    const { post, kase } = await reported();
    const held = await act(lead, kase, ["hold"]);
    expect(held).toMatchObject({
      body: { state: "claimed", content: "held", excerpt: null, post: { body: post.body } },
    });
    expect((await request(url, postsApi.show, { id: post.id }, reader.token)).status).toBe(404);
    expect(await succeed(url, postsApi.show, { id: post.id }, author.token)).toMatchObject({
      state: "held",
      body: post.body,
    });
    const decision = await succeed(url, decisionsApi.show, { id: kase.id }, author.token);
    expect(decision).toMatchObject({
      state: "claimed",
      actions: ["hold"],
      reason: "it hurts",
      appealUntil: null,
    });
    await act(lead, { id: kase.id, rev: (held.body as { rev: number }).rev }, ["dismiss"]);
    expect(await succeed(url, postsApi.show, { id: post.id }, reader.token)).toEqual({ ...post, rev: 3 });
    expect((await kindsOf(author)).slice(0, 2)).toEqual(["restored", "held"]);
    expect((await kindsOf(reader))[0]).toBe("reportOutcome dismissed");
    expect((await request(url, decisionsApi.show, { id: kase.id }, author.token)).status).toBe(404);
  });

  it("needs its rule, its reason and sound dates", async () => {
    const { kase } = await reported();
    for (const [actions, more] of [
      [["hide"], { reason: " " }],
      [["freeze"], {}],
      [["freeze"], { until: "2020-01-01T00:00:00.000Z" }],
      [["move"], {}],
      [["dismiss", "hide"], {}],
      [["hide"], { ruleId: "0".repeat(24) }],
    ] as const) {
      expect([actions, (await act(admin, kase, [...actions], more)).status]).toEqual([actions, 400]);
    }
  });
});

describe("an appeal", () => {
  it("overturned brings back text, replies, counts, lock and place, and frees its author", async () => {
    const { url } = server.node;
    const elsewhere = await buildChannel(url, admin);
    const root = await inBerlin("canary root");
    const reply = await buildReply(url, author, { id: root.id, body: "canary reply #tagged" });
    await buildReply(url, reader, { id: root.id });
    const before = await succeed(url, postsApi.show, { id: root.id }, reader.token);
    await buildReport(url, reader, { kind: "post", id: reply.id });
    const kase = await caseOf(reply.id, admin);
    const until = new Date(clock.millis() + 86_400_000).toISOString();
    const done = await act(admin, kase, ["remove", "lock", "move", "freeze"], {
      until,
      channelId: elsewhere.id,
    });
    expect(done.status).toBe(200);
    const after = await succeed(url, postsApi.show, { id: root.id }, reader.token);
    expect(after).toMatchObject({ replyCount: 1, locked: true, channelIds: [elsewhere.id] });
    const me = await succeed(url, peopleApi.me, {}, author.token);
    expect(me.frozen).toMatchObject({ until, reason: "it hurts", caseId: kase.id });
    const draft = { key: "frozen-post", channelIds: [berlin.channelId], body: "x" };
    expect(await request(url, postsApi.create, draft, author.token)).toMatchObject({
      status: 403,
      body: { code: "frozen", message: "it hurts", fields: { until } },
    });

    const decision = await succeed(
      url,
      decisionsApi.appeal,
      { id: kase.id, text: "It was a quote." },
      author.token,
    );
    expect(decision).toMatchObject({ state: "appealed", until, post: { body: "canary reply #tagged" } });
    expect(
      (await request(url, decisionsApi.appeal, { id: kase.id, text: "Again" }, author.token)).status,
    ).toBe(409);
    const { rev } = await succeed(url, casesApi.show, { id: kase.id }, admin.token);
    const judge = (who: Signed) =>
      request(
        url,
        casesApi.judgeAppeal,
        { id: kase.id, rev, outcome: "overturn", reason: "A quote" },
        who.token,
      );
    expect((await judge(admin)).status).toBe(403);
    expect(await judge(second)).toMatchObject({
      status: 200,
      body: { state: "overturned", content: "visible" },
    });
    const restored = await succeed(url, postsApi.show, { id: root.id }, reader.token);
    expect(restored).toEqual({ ...before, rev: restored.rev });
    expect(await succeed(url, postsApi.show, { id: reply.id }, reader.token)).toMatchObject({
      body: reply.body,
    });
    expect((await succeed(url, peopleApi.me, {}, author.token)).frozen).toBeNull();
    expect((await kindsOf(author)).slice(0, 3)).toEqual([
      "appealOutcome overturned",
      "appealReceived",
      "decision",
    ]);
    expect((await kindsOf(reader))[0]).toBe("reportOutcome overturned");
    await succeed(url, threadsApi.reply, { id: root.id, key: "after-all", body: "thanks" }, author.token);
  });

  it("is heard within twenty days only, and is the author's alone", async () => {
    const { url } = server.node;
    const { kase } = await reported();
    await act(lead, kase, ["hide"]);
    expect((await request(url, decisionsApi.appeal, { id: kase.id, text: "Me" }, reader.token)).status).toBe(
      404,
    );
    clock.correct(new Date(Date.now() + 20 * 86_400_000 + 60_000));
    const late = await request(url, decisionsApi.appeal, { id: kase.id, text: "Late" }, author.token);
    clock.correct(new Date());
    expect(late.status).toBe(409);
  });
});

describe("erasing", () => {
  it("takes two admins, and leaves neither text nor version", async () => {
    const { url } = server.node;
    const { post, kase } = await reported(reader, admin, "canary-to-erase");
    await succeed(url, postsApi.edit, { id: post.id, body: "canary-to-erase, edited" }, author.token);
    const removed = await act(admin, kase, ["remove"]);
    const rev = (removed.body as { rev: number }).rev;
    const purge = (who: Signed, at: number) =>
      request(url, casesApi.purge, { id: kase.id, rev: at, reason: "by law" }, who.token);
    expect((await purge(lead, rev)).status).toBe(403);
    const asked = await purge(admin, rev);
    expect(asked).toMatchObject({
      status: 200,
      body: { content: "removed", purgeAskedBy: { id: admin.id } },
    });
    const next = (asked.body as { rev: number }).rev;
    expect((await purge(admin, next)).status).toBe(403);
    expect(await purge(second, next)).toMatchObject({ status: 200, body: { content: "purged", post: null } });
    const everything = await Promise.all(
      ["posts", "versions", "cases", "audit", "notices"].map((name) =>
        AuditModel.db.collection(name).find().toArray(),
      ),
    );
    expect(JSON.stringify(everything)).not.toContain("canary-to-erase");
    expect((await succeed(url, postsApi.show, { id: post.id }, author.token)).state).toBe("purged");
  });
});

it("every act of these stands in the log, and who opened what others can't see", async () => {
  const { kase } = await reported();
  await act(lead, kase, ["hide"]);
  await succeed(server.node.url, casesApi.show, { id: kase.id }, second.token);
  await succeed(server.node.url, casesApi.show, { id: kase.id }, second.token);
  const entries = await AuditModel.find({ caseId: kase.id }).sort({ at: 1, seq: 1 }).lean();
  expect(entries.map(({ action, actor }) => [action, actor.id])).toEqual([
    ["case:upheld", lead.id],
    ["case:viewed", lead.id],
    ["case:viewed", second.id],
  ]);
  expect((await verifyAudit()).bad).toBeNull();
});
