import { Types } from "mongoose";
import { channelsApi } from "@meridian/shared/channels";
import { peopleApi } from "@meridian/shared/people";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { MembershipModel } from "../channels/model.ts";
import { clock } from "../clock.ts";
import { PersonModel } from "../people/model.ts";
import { buildCompany, buildPerson } from "../test/build.ts";
import { listenAs, request, succeed, useServer } from "../test/startServer.ts";
import { transaction } from "./connect.ts";
import { forgetEverything, remembered, trustWhile } from "./remembered.ts";

const server = useServer();
beforeAll(async () => void (await buildCompany()));

describe("what is remembered", () => {
  it("is asked once, and again when this node changed the collection, a transaction when it is committed", async () => {
    const { id } = await buildPerson();
    let asked = 0;
    const jobs = remembered<string>("people", async (key) => {
      asked += 1;
      return (await PersonModel.findById(key).lean())?.job ?? null;
    });
    const setJob = (job: string) => PersonModel.updateOne({ _id: id }, { job });
    await setJob("baker");
    expect([await jobs.get(id), await jobs.get(id), asked]).toEqual(["baker", "baker", 1]);
    await setJob("cook");
    expect(await jobs.get(id)).toBe("cook");
    await transaction(async (session) => {
      await PersonModel.updateOne({ _id: id }, { job: "smith" }, { session });
      // nobody else sees it yet, and what is remembered now must not stay
      expect(await jobs.get(id)).toBe("cook");
    });
    expect(await jobs.get(id)).toBe("smith");
    forgetEverything();
    expect([await jobs.get(id), asked]).toEqual(["smith", 4]);
  });

  it("is forgotten within a moment when another process writes past this one", async () => {
    const { url } = server.node;
    const { id, token } = await buildPerson();
    await succeed(url, peopleApi.me, {}, token);
    const suspended = { until: null, reason: "by another process" };
    await PersonModel.collection.updateOne({ _id: new Types.ObjectId(id) }, { $set: { suspended } });
    await vi.waitUntil(async () => (await request(url, peopleApi.me, {}, token)).status === 403, 1_000);
  });

  it("stays when somebody else reads, and who reads finds their new mark at once", async () => {
    const { url } = server.node;
    const [reader, other] = [await buildPerson(), await buildPerson()];
    const { memberships } = await succeed(url, channelsApi.list, {}, reader.token);
    const { channelId } = memberships[0]!;
    const listener = await listenAs(url, reader.token);
    const read = async () => {
      const at = clock.now().toISOString();
      await succeed(url, channelsApi.read, { id: channelId, at }, reader.token);
      await succeed(url, channelsApi.readMentions, { at }, reader.token);
      return at;
    };
    // once the change stream has told of this it has told of all before
    await read();
    await listener.until((l) => l.heard("read:changed").length === 2);
    await succeed(url, peopleApi.me, {}, other.token);
    const at = await read();
    const asked = [vi.spyOn(PersonModel, "find"), vi.spyOn(MembershipModel, "find")];
    await succeed(url, peopleApi.me, {}, other.token);
    expect(asked.map((spy) => spy.mock.calls.length)).toEqual([0, 0]);
    vi.restoreAllMocks();
    const { channels, mentions } = await succeed(url, channelsApi.unread, {}, reader.token);
    expect(mentions.lastReadAt).toBe(at);
    expect(channels.find((one) => one.channelId === channelId)?.lastReadAt).toBe(at);
    const { rev } = (await PersonModel.findById(reader.id).lean())!;
    expect((await succeed(url, peopleApi.me, {}, reader.token)).rev).toBe(rev);
    listener.close();
  });

  it("is not kept when it was on its way while something changed, nor while the change stream is not followed", async () => {
    let finish = (_value: string) => {};
    let asked = 0;
    const slow = remembered<string>("people", () => {
      asked += 1;
      return new Promise((resolve) => (finish = resolve));
    });
    const stale = slow.get("a");
    slow.forget("a");
    finish("old");
    expect(await stale).toBe("old");
    const fresh = slow.get("a");
    finish("new");
    expect([await fresh, await slow.get("a"), asked]).toEqual(["new", "new", 2]);
    const stop = trustWhile(() => false);
    const again = slow.get("a");
    finish("newest");
    expect(await again).toBe("newest");
    stop();
  });
});
