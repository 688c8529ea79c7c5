import { channelsApi } from "@meridian/shared/channels";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { beforeAll, describe, expect, it } from "vitest";
import { buildChannel, buildCompany, buildPerson, buildPost, type Signed } from "../test/build.ts";
import { rooms } from "./rooms.ts";
import type { SocketsOptions } from "./sockets.ts";
import { Listener, listenAs, request, succeed, useServer } from "../test/startServer.ts";

const server = useServer();
let admin: Signed;
let author: Signed;
let open: string;

beforeAll(async () => {
  ({ admin } = await buildCompany());
  author = await buildPerson({ city: "Sydney" });
  open = (await buildChannel(server.node.url, author)).id;
});

describe("a socket", () => {
  it.each(["FF", "82FFFFFFFF00000001", `82${"F".repeat(60)}`])(
    "with a place that no stream has come to yet, %s, is told to fetch everything",
    async (cursor) => {
      const listener = await listenAs(server.node.url, author.token, cursor);
      expect(listener.states).toEqual(["resync"]);
      listener.close();
    },
  );

  it("of an admin who becomes staff is closed at once, and hears no hidden text any more", async () => {
    const { url } = server.node;
    const boss = await buildPerson({ role: "admin" });
    const listener = await listenAs(url, boss.token);
    const { id } = await buildPost(url, author, { channelIds: [open], body: "canary-role" });
    await listener.until((l) => l.transcript.includes("canary-role"), "the post, which all may read by then");
    listener.frames.length = 0;
    await succeed(url, peopleApi.edit, { id: boss.id, role: "staff" }, admin.token);
    await succeed(url, postsApi.hide, { id, reason: "x" }, admin.token);
    await listener.until((l) => l.states.includes("closed"), "it to close", 2_000);
    expect(listener.transcript).not.toContain("canary-role");
    const again = await listenAs(url, boss.token);
    await succeed(url, postsApi.unhide, { id }, admin.token);
    await succeed(url, postsApi.hide, { id, reason: "canary-reason" }, admin.token);
    await again.until((l) => l.heard("post:removed").length > 0, "the tombstone");
    expect(again.transcript).not.toContain("canary-reason");
    again.close();
  });

  it("that arrives while its person is taken out of a private channel hears nothing of it after", async () => {
    const { url } = server.node;
    const member = await buildPerson();
    for (let round = 0; round < 15; round += 1) {
      const { id } = await buildChannel(url, author, { private: true });
      await succeed(url, channelsApi.addMember, { id, personId: member.id }, author.token);
      const listener = new Listener(url, member.token);
      await new Promise((resolve) => setTimeout(resolve, round));
      await succeed(url, channelsApi.removeMember, { id, personId: member.id }, author.token);
      await buildPost(url, author, { channelIds: [id], body: "canary-left" });
      const marker = await buildPost(url, author, { channelIds: [open] });
      await listener.until((l) => l.states.length > 0, "the socket");
      const last = await buildPost(url, author, { channelIds: [open] });
      await listener.until(
        (l) => l.heard("post:created").some((one) => [marker.id, last.id].includes(one.id)),
        "the marker",
      );
      expect(listener.transcript).not.toContain("canary-left");
      listener.close();
    }
  });

  it("whose person is taken out between the answer who it is and its rooms is asked again", async () => {
    const { url, sockets } = server.node;
    const { options } = sockets as unknown as { options: SocketsOptions };
    const member = await buildPerson();
    const { id } = await buildChannel(url, author, { private: true });
    await succeed(url, channelsApi.addMember, { id, personId: member.id }, author.token);
    const witness = await listenAs(url, author.token);
    const { whoIs } = options;
    let answers = 0;
    options.whoIs = async (token) => {
      const me = await whoIs(token);
      answers += 1;
      // the first lets it in, after the second it joins
      if (answers !== 2) return me;
      await succeed(url, channelsApi.removeMember, { id, personId: member.id }, author.token);
      const after = await buildPost(url, author, { channelIds: [id] });
      await witness.until(
        (l) => l.heard("post:created").some((one) => one.id === after.id),
        "the post after it",
      );
      return me;
    };
    const listener = await listenAs(url, member.token);
    options.whoIs = whoIs;
    expect(answers).toBeGreaterThan(2);
    await buildPost(url, author, { channelIds: [id], body: "canary-left" });
    const marker = await buildPost(url, author, { channelIds: [open] });
    await listener.until((l) => l.heard("post:created").some((one) => one.id === marker.id), "the marker");
    expect(listener.transcript).not.toContain("canary-left");
    for (const one of [listener, witness]) one.close();
  });

  it("is asked anew who it is when the stream has lost its place: a removal may be in what was missed", async () => {
    const { url, sockets } = server.node;
    const { headers } = await request(url, peopleApi.me, {}, author.token);
    const listener = await listenAs(url, author.token);
    sockets.restarted(headers.get("meridian-position")!);
    await listener.until((l) => l.states.includes("closed"), "it to close", 2_000);
  });

  it("that arrives in a busy moment hears what it missed before anything newer", async () => {
    const { url, sockets } = server.node;
    const { headers } = await request(url, peopleApi.me, {}, author.token);
    const cursor = headers.get("meridian-position")!;
    await buildPost(url, author, { channelIds: [open] });
    const data = { officeId: String(author.person.officeId), online: [] };
    let quiet = false;
    // at each turn, so that there is always something that waits for the end of its tick
    const busy = () => {
      for (const room of [rooms.company, rooms.person(author.id)])
        sockets.tellNow({ step: "tell", type: "presence:changed", data, subject: "presence", to: [room] });
      if (!quiet) setImmediate(busy);
    };
    busy();
    for (let round = 0; round < 10; round += 1) {
      const listener = await listenAs(url, author.token, cursor);
      expect(listener.frames[0]).toMatchObject({ from: cursor, events: [{ type: "post:created" }] });
      listener.close();
    }
    quiet = true;
  });
});
