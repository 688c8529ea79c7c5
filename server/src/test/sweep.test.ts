import type { Endpoint } from "@meridian/shared/endpoint";
import { pathParameters } from "@meridian/shared/endpoint";
import { beforeAll, describe, expect, it } from "vitest";
import { buildChannel, buildCompany, buildPerson, buildPost, buildReply, buildReport } from "./build.ts";
import { nobody, type Sample, samplesOf } from "./samples.ts";
import { request, succeed, useServer } from "./startServer.ts";
import { channelsApi } from "@meridian/shared/channels";
import { CaseModel } from "../cases/model.ts";
import { postsApi } from "@meridian/shared/posts";

const server = useServer();
let samples: Record<string, Sample>;
let secrets: { token: string; texts: string[] };

beforeAll(async () => {
  const { offices } = await buildCompany();
  const owner = await buildPerson();
  const { url } = server.node;
  const channel = await buildChannel(url, owner, { private: true, name: "canary channel" });
  const stranger = await buildPerson();
  const body = `canary #secrettag @${stranger.person.handle}`;
  const post = await buildPost(url, owner, { channelIds: [channel.id], body });
  const reply = await buildReply(url, owner, {
    id: post.id,
    body: `canary reply #secrettag @${stranger.person.handle}`,
  });
  const member = await buildPerson();
  await succeed(url, channelsApi.addMember, { id: channel.id, personId: member.id }, owner.token);
  await buildReport(url, member, { kind: "post", id: post.id });
  const kase = String((await CaseModel.findOne().lean())!._id);
  const officeId = String(offices.get("London")!._id);
  samples = samplesOf({
    channel: channel.id,
    post: post.id,
    reply: reply.id,
    kase,
    owner,
    member: member.id,
    office: officeId,
  });
  secrets = { token: stranger.token, texts: ["canary", "secrettag", channel.id, post.id, kase] };
});

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`;

describe("every endpoint", () => {
  it("has a sample here, and every sample has an endpoint", () => {
    expect(server.node.routes.endpoints.map(nameOf).toSorted()).toEqual(Object.keys(samples).toSorted());
  });

  it("refuses who is not signed in, unless anyone may ask", async () => {
    for (const endpoint of server.node.routes.endpoints.filter((one) => one.audience === "person")) {
      const answer = await request(server.node.url, endpoint, samples[nameOf(endpoint)]!.input);
      expect([nameOf(endpoint), answer.status]).toEqual([nameOf(endpoint), 401]);
    }
  });

  it("refuses a field that it does not know, by its name", async () => {
    for (const endpoint of server.node.routes.endpoints) {
      const input = { ...samples[nameOf(endpoint)]!.input, surprise: "1" };
      const answer = await request(server.node.url, endpoint, input, secrets.token);
      expect([nameOf(endpoint), answer.status, answer.body]).toMatchObject([
        nameOf(endpoint),
        400,
        { code: "bad_request", fields: { surprise: expect.any(String) } },
      ]);
    }
  });

  it("answers 404 to an id of the wrong form", async () => {
    for (const endpoint of server.node.routes.endpoints) {
      if (!pathParameters(endpoint.path).includes("id")) continue;
      for (const id of ["1", "x".repeat(24), "000000000000", "%00", "[object Object]"]) {
        const input = { ...samples[nameOf(endpoint)]!.input, id };
        const answer = await request(server.node.url, endpoint, input, secrets.token);
        expect([nameOf(endpoint), id, answer.status]).toEqual([nameOf(endpoint), id, 404]);
      }
    }
  });

  it("keeps a stranger out of what is private, and tells them nothing of it", async () => {
    const order = Object.keys(samples);
    const inOrder = server.node.routes.endpoints.toSorted(
      (a, b) => order.indexOf(nameOf(a)) - order.indexOf(nameOf(b)),
    );
    for (const endpoint of inOrder) {
      const { input, stranger } = samples[nameOf(endpoint)]!;
      const answer = await request(server.node.url, endpoint, input, secrets.token);
      expect([nameOf(endpoint), stranger.includes(answer.status), answer.status]).toEqual([
        nameOf(endpoint),
        true,
        answer.status,
      ]);
      const told = JSON.stringify(answer.body);
      for (const text of secrets.texts)
        expect([nameOf(endpoint), told.includes(text)]).toEqual([nameOf(endpoint), false]);
    }
    expect((await request(server.node.url, postsApi.home, {}, secrets.token)).status).toBe(401);
  });
});

describe("bad input", () => {
  const send = (
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> },
    token = "",
  ) =>
    fetch(`${server.node.url}/api${path}`, {
      method: "POST",
      ...init,
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}`, ...init.headers },
    });

  it("never earns a 5xx, a stack trace or silence", async () => {
    const { token } = await buildPerson();
    const bodies = [
      "{",
      "null",
      "[]",
      "1",
      '"x"',
      '{"a":',
      '{"__proto__":{"x":1}}',
      "[".repeat(5_000),
      '{"key":"\\u0000"}',
    ];
    for (const body of bodies) {
      const answer = await send("/posts", { body }, token);
      const text = await answer.text();
      expect([body.slice(0, 20), answer.status]).toEqual([body.slice(0, 20), 400]);
      expect(text).not.toMatch(/at .*\.ts|node_modules/);
    }
    expect(
      (await send("/posts", { body: JSON.stringify({ body: "x".repeat(150_000) }) }, token)).status,
    ).toBe(413);
    expect(
      (await send("/posts", { body: "x", headers: { "Content-Type": "text/plain" } }, token)).status,
    ).toBe(415);
    expect((await send("/%E0%A4%A", { method: "GET" }, token)).status).toBe(404);
  });

  it("as operators for strings widens nothing", async () => {
    const { token } = await buildPerson();
    const operators = [{ $ne: null }, { $gt: "" }, { $regex: ".*" }, ["a"], { $where: "1" }, true, 1];
    for (const value of operators) {
      const signIn = await send("/sessions", { body: JSON.stringify({ email: value, password: value }) });
      expect(signIn.status).toBe(400);
      const channelIds = [value];
      const post = await send(
        "/posts",
        { body: JSON.stringify({ key: "operator-key", channelIds, body: "x" }) },
        token,
      );
      expect(post.status).toBe(400);
    }
    const query = await fetch(`${server.node.url}/api/people?officeId[$ne]=1`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(query.status).toBe(400);
  });

  it("of a person in a post's fields changes nothing: author, times and role are the server's", async () => {
    const { url } = server.node;
    const author = await buildPerson();
    const channel = await buildChannel(url, author);
    const forged = {
      key: "forged-key",
      channelIds: [channel.id],
      body: "x",
      authorId: nobody,
      createdAt: "2001-01-01",
    };
    expect((await send("/posts", { body: JSON.stringify(forged) }, author.token)).status).toBe(400);
    const { posts } = await succeed(url, postsApi.channel, { id: channel.id }, author.token);
    expect(posts).toEqual([]);
  });
});
