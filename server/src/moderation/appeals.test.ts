import { casesApi } from "@meridian/shared/cases";
import { decisionsApi } from "@meridian/shared/decisions";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
import { AuditModel } from "../audit/model.ts";
import { clock } from "../clock.ts";
import { buildChannel, buildPost, buildReply, buildReport, type Signed } from "../test/build.ts";
import { act, buildDesk, buildReported, caseAbout, type Desk, kindsOf } from "../test/desk.ts";
import { request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let desk: Desk;

beforeAll(async () => {
  desk = await buildDesk();
});

const inBerlin = (body?: string) =>
  buildPost(server.node.url, desk.author, { channelIds: [desk.berlin.channelId], ...(body && { body }) });

describe("an appeal", () => {
  it("overturned brings back text, replies, counts, lock and place, and frees its author", async () => {
    const { url } = server.node;
    const elsewhere = await buildChannel(url, desk.admin);
    const root = await inBerlin("canary root");
    const reply = await buildReply(url, desk.author, { id: root.id, body: "canary reply #tagged" });
    await buildReply(url, desk.reader, { id: root.id });
    const before = await succeed(url, postsApi.show, { id: root.id }, desk.reader.token);
    await buildReport(url, desk.reader, { kind: "post", id: reply.id });
    const kase = await caseAbout(server, reply.id, desk.admin);
    const until = new Date(clock.millis() + 86_400_000).toISOString();
    const done = await act(server, desk.admin, kase, ["remove", "lock", "move", "freeze"], {
      until,
      channelId: elsewhere.id,
    });
    expect(done.status).toBe(200);
    const after = await succeed(url, postsApi.show, { id: root.id }, desk.reader.token);
    expect(after).toMatchObject({ replyCount: 1, locked: true, channelIds: [elsewhere.id] });
    const me = await succeed(url, peopleApi.me, {}, desk.author.token);
    expect(me.frozen).toMatchObject({ until, reason: "it hurts", caseId: kase.id });
    const draft = { key: "frozen-post", channelIds: [desk.berlin.channelId], body: "x" };
    expect(await request(url, postsApi.create, draft, desk.author.token)).toMatchObject({
      status: 403,
      body: { code: "frozen", message: "it hurts", fields: { until } },
    });

    const decision = await succeed(
      url,
      decisionsApi.appeal,
      { id: kase.id, text: "It was a quote." },
      desk.author.token,
    );
    expect(decision).toMatchObject({ state: "appealed", until, post: { body: "canary reply #tagged" } });
    expect(
      (await request(url, decisionsApi.appeal, { id: kase.id, text: "Again" }, desk.author.token)).status,
    ).toBe(409);
    const { rev } = await succeed(url, casesApi.show, { id: kase.id }, desk.admin.token);
    const judge = (who: Signed) =>
      request(
        url,
        casesApi.judgeAppeal,
        { id: kase.id, rev, outcome: "overturn", reason: "A quote" },
        who.token,
      );
    expect((await judge(desk.admin)).status).toBe(403);
    expect(await judge(desk.second)).toMatchObject({
      status: 200,
      body: { state: "overturned", content: "visible" },
    });
    const restored = await succeed(url, postsApi.show, { id: root.id }, desk.reader.token);
    expect(restored).toEqual({ ...before, rev: restored.rev });
    expect(await succeed(url, postsApi.show, { id: reply.id }, desk.reader.token)).toMatchObject({
      body: reply.body,
    });
    expect((await succeed(url, peopleApi.me, {}, desk.author.token)).frozen).toBeNull();
    expect((await kindsOf(server, desk.author)).slice(0, 3)).toEqual([
      "appealOutcome overturned",
      "appealReceived",
      "decision",
    ]);
    expect((await kindsOf(server, desk.reader))[0]).toBe("reportOutcome overturned");
    await succeed(
      url,
      threadsApi.reply,
      { id: root.id, key: "after-all", body: "thanks" },
      desk.author.token,
    );
  });

  it("is heard within twenty days only, and is the desk.author's alone", async () => {
    const { url } = server.node;
    const { kase } = await buildReported(server, desk);
    await act(server, desk.lead, kase, ["hide"]);
    expect(
      (await request(url, decisionsApi.appeal, { id: kase.id, text: "Me" }, desk.reader.token)).status,
    ).toBe(404);
    clock.correct(new Date(Date.now() + 20 * 86_400_000 + 60_000));
    const late = await request(url, decisionsApi.appeal, { id: kase.id, text: "Late" }, desk.author.token);
    clock.correct(new Date());
    expect(late.status).toBe(409);
  });
});

describe("erasing", () => {
  it("takes two admins, and leaves neither text nor version", async () => {
    const { url } = server.node;
    const { post, kase } = await buildReported(server, desk, "canary-to-erase");
    await succeed(url, postsApi.edit, { id: post.id, body: "canary-to-erase, edited" }, desk.author.token);
    const removed = await act(server, desk.admin, kase, ["remove"]);
    const rev = (removed.body as { rev: number }).rev;
    const purge = (who: Signed, at: number) =>
      request(url, casesApi.purge, { id: kase.id, rev: at, reason: "by law" }, who.token);
    expect((await purge(desk.lead, rev)).status).toBe(403);
    const asked = await purge(desk.admin, rev);
    expect(asked).toMatchObject({
      status: 200,
      body: { content: "removed", purgeAskedBy: { id: desk.admin.id } },
    });
    const next = (asked.body as { rev: number }).rev;
    expect((await purge(desk.admin, next)).status).toBe(403);
    expect(await purge(desk.second, next)).toMatchObject({
      status: 200,
      body: { content: "purged", post: null },
    });
    const everything = await Promise.all(
      ["posts", "versions", "cases", "audit", "notices"].map((name) =>
        AuditModel.db.collection(name).find().toArray(),
      ),
    );
    expect(JSON.stringify(everything)).not.toContain("canary-to-erase");
    expect((await succeed(url, postsApi.show, { id: post.id }, desk.author.token)).state).toBe("purged");
  });
});
