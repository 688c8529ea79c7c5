import { channelsApi } from "@meridian/shared/channels";
import { companyApi } from "@meridian/shared/company";
import { officesApi } from "@meridian/shared/offices";
import { peopleApi } from "@meridian/shared/people";
import { startApi } from "@meridian/shared/start";
import { threadsApi } from "@meridian/shared/threads";
import { expect, it } from "vitest";
import { buildChannel, buildCompany, buildPerson, buildPost } from "../test/build.ts";
import { succeed, useServer } from "../test/startServer.ts";

const server = useServer();

it("says at once what a page would ask for one by one", async () => {
  const { url } = server.node;
  await buildCompany();
  const [author, reader] = [await buildPerson({ city: "Sydney" }), await buildPerson()];
  const channel = await buildChannel(url, author);
  await succeed(url, channelsApi.follow, { id: channel.id }, reader.token);
  const { id } = await buildPost(url, author, { channelIds: [channel.id] });
  await succeed(url, threadsApi.save, { id }, reader.token);
  const start = await succeed(url, startApi.show, {}, reader.token);
  expect(start).toEqual({
    channels: await succeed(url, channelsApi.list, {}, reader.token),
    company: await succeed(url, companyApi.show, {}, reader.token),
    marks: await succeed(url, threadsApi.marks, {}, reader.token),
    offices: await succeed(url, officesApi.list, {}, reader.token),
    presence: await succeed(url, peopleApi.presence, {}, reader.token),
    unread: await succeed(url, channelsApi.unread, {}, reader.token),
  });
  expect(start.marks.saved).toEqual([id]);
  expect(start.unread.channels.find(({ channelId }) => channelId === channel.id)?.posts).toHaveLength(1);
});
