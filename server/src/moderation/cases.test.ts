import { casesApi } from "@meridian/shared/cases";
import { rulesApi } from "@meridian/shared/companyRules";
import { decisionsApi } from "@meridian/shared/decisions";
import { postsApi } from "@meridian/shared/posts";
import { reportsApi } from "@meridian/shared/reports";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { verifyAudit } from "../audit/verify.ts";
import { buildPerson, buildPost, buildReport } from "../test/build.ts";
import { act, buildDesk, buildReported, caseAbout, type Desk, kindsOf } from "../test/desk.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let desk: Desk;

beforeAll(async () => {
  desk = await buildDesk();
});

describe("a case", () => {
  it("is claimed by one, live for the others, and handed over", async () => {
    const { url } = server.node;
    const { kase } = await buildReported(server, desk);
    const watching = await listenAs(url, desk.second.token);
    const [a, b] = await Promise.all(
      [desk.admin, desk.second].map((who) =>
        request(url, casesApi.claim, { id: kase.id, rev: kase.rev }, who.token),
      ),
    );
    const [won, lost] = a!.ok ? [a!, b!] : [b!, a!];
    expect([won.status, lost.status]).toEqual([200, 409]);
    const winner = a!.ok ? desk.admin : desk.second;
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
      { id: kase.id, rev, personId: desk.lead.id },
      winner.token,
    );
    expect(handed.claimedBy?.id).toBe(desk.lead.id);
    expect(await kindsOf(server, desk.lead)).toContain("caseHandedOver");
    const toReader = { id: kase.id, rev: handed.rev, personId: desk.reader.id };
    expect((await request(url, casesApi.handOver, toReader, desk.lead.token)).status).toBe(400);
    watching.close();
  });

  it("decided by two at the same moment is decided once, and the other sees how", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { kase } = await buildReported(server, desk);
      const answers = await Promise.all([
        act(server, desk.admin, kase, ["hide"]),
        act(server, desk.second, kase, ["dismiss"]),
      ]);
      expect(answers.map((answer) => answer.status).toSorted((x, y) => x - y)).toEqual([200, 409]);
      const lost = answers.find((answer) => !answer.ok)!;
      expect(lost.body).toMatchObject({
        overtaken: { last: { reason: "it hurts", by: expect.any(Object) } },
      });
    }
  });

  it("is not overtaken by another report or a note", async () => {
    const { url } = server.node;
    const { post, kase } = await buildReported(server, desk);
    await buildReport(url, await buildPerson(), { kind: "post", id: post.id });
    await succeed(url, casesApi.note, { id: kase.id, text: "looks bad" }, desk.admin.token);
    expect((await act(server, desk.lead, kase, ["hide"])).status).toBe(200);
    const { notes } = await succeed(url, casesApi.show, { id: kase.id }, desk.lead.token);
    expect(notes).toMatchObject([{ text: "looks bad", by: { id: desk.admin.id } }]);
  });

  it("about an admin's own post is in none of what that admin sees or hears", async () => {
    const { url } = server.node;
    const post = await buildPost(url, desk.admin, { channelIds: [desk.berlin.channelId] });
    const [own, other] = [await listenAs(url, desk.admin.token), await listenAs(url, desk.second.token)];
    await buildReport(url, desk.reader, { kind: "post", id: post.id });
    const { id, careOf } = await caseAbout(server, post.id, desk.second);
    await other.until((l) => l.heard("case:changed").some((row) => row.id === id));
    const marker = await buildPost(url, desk.author, { channelIds: [desk.berlin.channelId] });
    await own.until((l) => l.heard("post:created").some((one) => one.id === marker.id));
    expect(own.transcript).not.toContain(id);
    expect((await request(url, casesApi.show, { id }, desk.admin.token)).status).toBe(404);
    expect(await caseAbout(server, post.id, desk.admin)).toBeUndefined();
    // nor is it a lead's
    expect([careOf, await caseAbout(server, post.id, desk.lead)]).toEqual([null, undefined]);
    own.close();
    other.close();
  });

  it("that is dismissed brings a held post back, and tells the reporter why", async () => {
    const { url } = server.node;
    const { post, kase } = await buildReported(server, desk);
    const held = await act(server, desk.lead, kase, ["hold"]);
    expect(held).toMatchObject({
      body: { state: "claimed", content: "held", excerpt: null, post: { body: post.body } },
    });
    expect((await request(url, postsApi.show, { id: post.id }, desk.reader.token)).status).toBe(404);
    expect(await succeed(url, postsApi.show, { id: post.id }, desk.author.token)).toMatchObject({
      state: "held",
      body: post.body,
    });
    const decision = await succeed(url, decisionsApi.show, { id: kase.id }, desk.author.token);
    expect(decision).toMatchObject({
      state: "claimed",
      actions: ["hold"],
      reason: "it hurts",
      appealUntil: null,
    });
    await act(server, desk.lead, { id: kase.id, rev: (held.body as { rev: number }).rev }, ["dismiss"]);
    expect(await succeed(url, postsApi.show, { id: post.id }, desk.reader.token)).toEqual({
      ...post,
      rev: 3,
    });
    expect((await kindsOf(server, desk.author)).slice(0, 2)).toEqual(["restored", "held"]);
    expect((await kindsOf(server, desk.reader))[0]).toBe("reportOutcome dismissed");
    expect((await request(url, decisionsApi.show, { id: kase.id }, desk.author.token)).status).toBe(404);
  });

  it("is by the rule that most reports named, unless another one is chosen", async () => {
    const { url } = server.node;
    const { rules } = await succeed(url, rulesApi.list, {}, desk.lead.token);
    const [first, most] = [rules[0]!.id, rules[1]!.id];
    for (const [chosen, decided] of [
      [{}, most],
      [{ ruleId: first }, first],
    ] as const) {
      const { post, kase } = await buildReported(server, desk);
      for (const { token } of [await buildPerson(), await buildPerson()]) {
        const target = { kind: "post" as const, id: post.id };
        await succeed(url, reportsApi.report, { target, ruleId: most, note: "" }, token);
      }
      const done = await act(server, desk.lead, kase, ["hide"], chosen);
      expect(done).toMatchObject({ status: 200, body: { decision: { ruleId: decided } } });
    }
  });

  it("needs its rule, its reason and sound dates", async () => {
    const { kase } = await buildReported(server, desk);
    for (const [actions, more] of [
      [["hide"], { reason: " " }],
      [["freeze"], {}],
      [["freeze"], { until: "2020-01-01T00:00:00.000Z" }],
      [["move"], {}],
      [["dismiss", "hide"], {}],
      [["hide"], { ruleId: "0".repeat(24) }],
    ] as const) {
      expect([actions, (await act(server, desk.admin, kase, [...actions], more)).status]).toEqual([
        actions,
        400,
      ]);
    }
  });
});

it("every act of these stands in the log, and who opened what others can't see", async () => {
  const { kase } = await buildReported(server, desk);
  await act(server, desk.lead, kase, ["hide"]);
  await succeed(server.node.url, casesApi.show, { id: kase.id }, desk.second.token);
  await succeed(server.node.url, casesApi.show, { id: kase.id }, desk.second.token);
  const entries = await AuditModel.find({ caseId: kase.id }).sort({ at: 1, seq: 1 }).lean();
  expect(entries.map(({ action, actor }) => [action, actor.id])).toEqual([
    ["case:upheld", desk.lead.id],
    ["case:viewed", desk.lead.id],
    ["case:viewed", desk.second.id],
  ]);
  expect((await verifyAudit()).bad).toBeNull();
});
