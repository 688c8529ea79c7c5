import { rooms } from "../live/rooms.ts";
import type { Announce, Step } from "../live/steps.ts";
import { forgetChannel } from "./access.ts";
import { forgetMemberships, forgetPrivateChannels } from "./memberships.ts";
import { ChannelModel, type StoredChannel, type StoredMembership } from "./model.ts";
import { presentChannel, presentMembership } from "./present.ts";

export const announceChannel: Announce<StoredChannel> = async ({ operation, id, record, touched }) => {
  forgetChannel(id);
  if (!record) return [];
  const [subject, members] = [`channel:${id}`, rooms.channel(id)];
  const to = [record.private ? members : rooms.company];
  const steps: Step[] = [
    { step: "tell", type: "channel:changed", data: presentChannel(record), subject, to },
  ];
  // made private just now: those who are not in it lose it
  if (operation === "update" && touched.has("private") && record.private) {
    const outside = { to: [rooms.company], except: [members] };
    steps.push({ step: "tell", type: "channel:gone", data: { id }, subject, ...outside });
  }
  return steps;
};

/** A membership of a private channel is authority: its sockets join and leave in the order of the commits. */
export const announceMembership: Announce<StoredMembership> = async ({ operation, record, touched }) => {
  if (!record) {
    forgetMemberships();
    return [];
  }
  const channelId = String(record.channelId);
  const person = rooms.person(String(record.personId));
  const subject = `${channelId}:${String(record.personId)}`;
  const steps: Step[] = [];
  const came = operation === "insert" || touched.has("following") || touched.has("private");
  if (came) forgetPrivateChannels(String(record.personId));
  if (record.private && came) {
    const channel = await ChannelModel.findById(record.channelId).lean();
    if (record.following && channel) {
      steps.push({ step: "join", sockets: person, room: rooms.channel(channelId) });
      const data = presentChannel(channel);
      steps.push({ step: "tell", type: "channel:changed", data, subject: `came:${subject}`, to: [person] });
    } else {
      steps.push({ step: "leave", sockets: person, room: rooms.channel(channelId) });
      const data = { id: channelId };
      steps.push({ step: "tell", type: "channel:gone", data, subject: `came:${subject}`, to: [person] });
    }
  }
  if (operation === "insert" || touched.has("following") || touched.has("muted")) {
    const data = presentMembership(record);
    steps.push({
      step: "tell",
      type: "membership:changed",
      data,
      subject: `membership:${subject}`,
      to: [person],
    });
  }
  if (touched.has("lastReadAt")) {
    const data = { channelId, lastReadAt: record.lastReadAt.toISOString() };
    steps.push({ step: "tell", type: "read:changed", data, subject: `read:${subject}`, to: [person] });
  }
  return steps;
};
