import { casesApi } from "@meridian/shared/cases";
import { rulesApi } from "@meridian/shared/companyRules";
import { decisionsApi } from "@meridian/shared/decisions";
import { noticesApi } from "@meridian/shared/notices";
import { postsApi } from "@meridian/shared/posts";
import { reportsApi } from "@meridian/shared/reports";
import { beforeAll, describe, expect, it } from "vitest";
import { buildChannel, buildPerson, buildPost, buildReport, type Signed } from "../test/build.ts";
import { act, buildDesk, buildReported, caseAbout, type Desk, kindsOf } from "../test/desk.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let desk: Desk;

beforeAll(async () => {
  desk = await buildDesk();
});

const inBerlin = (body?: string) =>
  buildPost(server.node.url, desk.author, { channelIds: [desk.berlin.channelId], ...(body && { body }) });

describe("a report", () => {
  it("earns a receipt, opens one case for all who report, and says no name to whom it is about", async () => {
    const { url } = server.node;
    const post = await inBerlin();
    const [first, other] = [await buildPerson(), await buildPerson()];
    const listener = await listenAs(url, desk.author.token);
    const mine = await buildReport(url, first, { kind: "post", id: post.id }, "canary-note");
    const again = await buildReport(url, first, { kind: "post", id: post.id }, "another word");
    await buildReport(url, other, { kind: "post", id: post.id });
    expect(again).toEqual(mine);
    expect(mine).toMatchObject({ outcome: "pending", note: "canary-note", reason: null });
    const row = await caseAbout(server, post.id, desk.lead);
    expect(row).toMatchObject({
      state: "open",
      reportCount: 2,
      officeId: desk.berlin.id,
      careOf: desk.berlin.id,
    });
    const kase = await succeed(url, casesApi.show, { id: row.id }, desk.lead.token);
    expect(kase.reports.map(({ reporter }) => reporter.id)).toEqual([first.id, other.id]);
    expect(await kindsOf(server, first)).toEqual(["reportReceived"]);
    const done = await act(server, desk.lead, kase, ["hide", "warn"]);
    expect(done.status).toBe(200);
    await listener.until((l) => l.heard("notice:changed").length > 0);
    const told = [
      listener.transcript,
      JSON.stringify(await succeed(url, decisionsApi.mine, {}, desk.author.token)),
      JSON.stringify(await succeed(url, noticesApi.list, {}, desk.author.token)),
      JSON.stringify(await succeed(url, postsApi.show, { id: post.id }, desk.author.token)),
    ].join();
    for (const name of [first.id, other.id, "canary-note", desk.lead.id]) expect(told).not.toContain(name);
    listener.close();
  });

  it("twice at the same moment by many opens one case and counts each once", async () => {
    const { url } = server.node;
    const post = await inBerlin();
    const people = await Promise.all(Array.from({ length: 6 }, () => buildPerson()));
    await Promise.all(
      people.flatMap((who) => [1, 2].map(() => buildReport(url, who, { kind: "post", id: post.id }))),
    );
    expect((await caseAbout(server, post.id, desk.lead)).reportCount).toBe(6);
  });

  it("is refused for one's own, for what one can't see, and by a rule that was given up", async () => {
    const { url } = server.node;
    const secret = await buildChannel(url, desk.author, { private: true });
    const hidden = await buildPost(url, desk.author, { channelIds: [secret.id] });
    const { rules } = await succeed(url, rulesApi.list, {}, desk.reader.token);
    const send = (who: Signed, id: string, ruleId = rules[0]!.id) =>
      request(url, reportsApi.report, { target: { kind: "post", id }, ruleId, note: "" }, who.token);
    const open = await inBerlin();
    expect((await send(desk.author, open.id)).status).toBe(403);
    expect((await send(desk.reader, hidden.id)).status).toBe(404);
    const old = await succeed(url, rulesApi.create, { texts: rules[0]!.texts }, desk.admin.token);
    await succeed(url, rulesApi.edit, { id: old.id, active: false }, desk.admin.token);
    expect((await send(desk.reader, open.id, old.id)).status).toBe(400);
    const profile = {
      target: { kind: "profile" as const, id: desk.author.id },
      ruleId: rules[1]!.id,
      note: "",
    };
    expect((await request(url, reportsApi.report, profile, desk.reader.token)).status).toBe(200);
  });

  it("of what was judged already adds nothing, unless the text is another one since", async () => {
    const { url } = server.node;
    const { post, kase } = await buildReported(server, desk);
    await act(server, desk.lead, kase, ["dismiss"]);
    const again = await buildReport(url, desk.reader, { kind: "post", id: post.id });
    expect(again).toMatchObject({ outcome: "dismissed", reason: "it hurts" });
    await succeed(url, postsApi.edit, { id: post.id, body: "worse" }, desk.author.token);
    expect(await buildReport(url, desk.reader, { kind: "post", id: post.id })).toMatchObject({
      outcome: "pending",
    });
    expect((await caseAbout(server, post.id, desk.lead)).id).not.toBe(kase.id);
  });
});
