import { casesApi } from "@meridian/shared/cases";
import { deskApi } from "@meridian/shared/desk";
import { postsApi } from "@meridian/shared/posts";
import { screeningApi, type ScreenTest } from "@meridian/shared/screening";
import { threadsApi } from "@meridian/shared/threads";
import { beforeAll, describe, expect, it } from "vitest";
import { compile } from "../screening/match.ts";
import {
  buildChannel,
  buildCompany,
  buildPerson,
  buildPost,
  buildReply,
  type Signed,
} from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;
let author: Signed;
let reader: Signed;
let open: string;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  author = await buildPerson();
  reader = await buildPerson();
  open = (await buildChannel(server.node.url, author)).id;
});

const addScreen = (test: ScreenTest, action: "hold" | "flag") =>
  succeed(
    server.node.url,
    screeningApi.create,
    { name: "A screen", test, action, ruleId: null },
    admin.token,
  );
const words = (...list: string[]): ScreenTest => ({ kind: "words", words: list });
const caseOf = async (id: string) =>
  (await succeed(server.node.url, casesApi.list, { order: "newest" }, admin.token)).cases.find(
    ({ target }) => target.id === id,
  );

describe("a screen", () => {
  it.each([
    [words("casino"), "The CASINO, tonight", "casino"],
    [words("größe"), "Die GRÖSSE?", "grosse"],
    [words("ΛΌΓΟΣ"), "ο λόγος", "λογοσ"],
    [words("cafe"), "au Café !", "cafe"],
    [words("Αθήνα"), "στην ΑΘΗΝΑ", "αθηνα"],
    [words("casino"), "casinos", null],
    [words("free money"), "FREE — money!", "free money"],
    [words("free money"), "free monkey", null],
    [{ kind: "pattern", pattern: "\\bIBAN\\s*[A-Z]{2}\\d{4}" }, "my iban DE4423", "iban DE4423"],
    [{ kind: "pattern", pattern: "^x" }, "axe", null],
  ] as [ScreenTest, string, string | null][])("%j finds in %j: %j", (test, body, found) => {
    expect(compile(test)(body)).toBe(found);
  });

  it("can't be made to stall: what takes others minutes takes this milliseconds, and what is too large is refused", () => {
    const evil = compile({ kind: "pattern", pattern: "(a+)+$|(a|a)*b|(.*)*c" });
    const began = performance.now();
    evil(`${"a".repeat(5_000)}!`);
    expect(performance.now() - began).toBeLessThan(500);
    for (const pattern of ["(a{0,200}){0,5}z", "[^x]{1000}x", "(", "(?=a)b", "\\1"])
      expect(() => compile({ kind: "pattern", pattern })).toThrow("can't be used");
  });

  it("costs an ordinary post next to nothing", () => {
    const matches = compile(words(...Array.from({ length: 200 }, (_, n) => `word${n}`)));
    const body = "An ordinary post about nothing in particular. ".repeat(20);
    for (let n = 0; n < 200; n += 1) matches(body);
    const began = performance.now();
    for (let n = 0; n < 1_000; n += 1) matches(body);
    expect((performance.now() - began) / 1_000).toBeLessThan(1);
  });

  it("that holds shows the post to its author alone until a moderator lets it go", async () => {
    const { url } = server.node;
    await addScreen(words("lottery"), "hold");
    const [own, other] = [await listenAs(url, author.token), await listenAs(url, reader.token)];
    const post = await buildPost(url, author, { channelIds: [open], body: "canary lottery #luck" });
    expect(post).toMatchObject({ state: "held", body: "canary lottery #luck" });
    await own.until((l) => l.heard("post:created").some(({ id }) => id === post.id));
    const stream = async (who: Signed) =>
      (await succeed(url, postsApi.channel, { id: open }, who.token)).posts.map(({ id }) => id);
    expect([await stream(author), await stream(reader)]).toEqual([[post.id], []]);
    expect((await request(url, postsApi.show, { id: post.id }, reader.token)).status).toBe(404);
    const row = (await caseOf(post.id))!;
    expect(row).toMatchObject({ source: "screening", content: "held", excerpt: null });
    const kase = await succeed(url, casesApi.show, { id: row.id }, admin.token);
    expect(kase.flags).toMatchObject([{ matched: "lottery", name: "A screen" }]);
    expect(other.transcript).not.toContain("canary");
    const act = { id: kase.id, rev: kase.rev, actions: ["dismiss" as const], reason: "It is a joke." };
    await succeed(url, casesApi.act, act, admin.token);
    await other.until((l) => l.heard("post:changed").some(({ body }) => body === "canary lottery #luck"));
    expect(await stream(reader)).toEqual([post.id]);
    own.close();
    other.close();
  });

  it("that holds a reply or an edit keeps it out of the count until it is let go", async () => {
    const { url } = server.node;
    await addScreen({ kind: "pattern", pattern: "jack.?pot" }, "hold");
    const root = await buildPost(url, author, { channelIds: [open], body: "A root" });
    const reply = await buildReply(url, reader, { id: root.id, body: "Jackpot!" });
    expect(reply.state).toBe("held");
    const count = async () => (await succeed(url, postsApi.show, { id: root.id }, author.token)).replyCount;
    expect(await count()).toBe(0);
    const { replies } = await succeed(url, threadsApi.replies, { id: root.id }, author.token);
    expect(replies).toEqual([]);
    const { id, rev } = (await caseOf(reply.id))!;
    await succeed(url, casesApi.act, { id, rev, actions: ["dismiss"], reason: "Fine" }, admin.token);
    expect(await count()).toBe(1);
    const edited = await succeed(url, postsApi.edit, { id: reply.id, body: "jack pot, again" }, reader.token);
    expect([edited.state, await count()]).toEqual(["held", 0]);
    expect((await caseOf(reply.id))!.id).not.toBe(id);
  });

  it("that flags lets the post through; the same key again is the same post and one case", async () => {
    const { url } = server.node;
    await addScreen(words("bitcoin"), "flag");
    const draft = { key: "flagged-once", channelIds: [open], body: "Buy Bitcoin" };
    const [first, again] = [
      await succeed(url, postsApi.create, draft, author.token),
      await succeed(url, postsApi.create, draft, author.token),
    ];
    expect([first.state, again.id]).toEqual(["visible", first.id]);
    expect(await caseOf(first.id)).toMatchObject({ source: "screening", excerpt: "Buy Bitcoin" });
  });

  it("is tried out on the last month without telling what is private", async () => {
    const { url } = server.node;
    const secret = await buildChannel(url, author, { private: true });
    await buildPost(url, author, { channelIds: [open], body: "a zebra" });
    await buildPost(url, author, { channelIds: [secret.id], body: "canary zebra" });
    const run = await succeed(url, screeningApi.tryOut, { test: words("zebra") }, admin.token);
    expect(run).toMatchObject({
      matched: 1,
      complete: true,
      examples: [{ matched: "zebra", excerpt: "a zebra" }],
    });
    const bad = await request(
      url,
      screeningApi.tryOut,
      { test: { kind: "pattern", pattern: "(" } },
      admin.token,
    );
    expect(bad).toMatchObject({ status: 400, body: { fields: { "test.pattern": expect.any(String) } } });
  });
});

describe("a newcomer's first link", () => {
  it("is held while that is asked for, their next ones are not", async () => {
    const { url } = server.node;
    await succeed(url, deskApi.editSettings, { newcomerLinks: "hold" }, admin.token);
    const newcomer = await buildPerson();
    const veteran = await buildPerson({ joinedAt: new Date(Date.now() - 100 * 86_400_000) });
    const link = (who: Signed) =>
      buildPost(url, who, { channelIds: [open], body: "see https://example.com/x" });
    expect((await link(veteran)).state).toBe("visible");
    expect((await buildPost(url, newcomer, { channelIds: [open], body: "hello" })).state).toBe("visible");
    const first = await link(newcomer);
    expect(first.state).toBe("held");
    const { id, rev } = (await caseOf(first.id))!;
    await succeed(url, casesApi.act, { id, rev, actions: ["dismiss"], reason: "Fine" }, admin.token);
    expect((await link(newcomer)).state).toBe("visible");
    await succeed(url, deskApi.editSettings, { newcomerLinks: "off" }, admin.token);
  });
});
