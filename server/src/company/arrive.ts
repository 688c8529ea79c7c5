import type { ClientSession, Types } from "mongoose";
import { join } from "../channels/memberships.ts";
import { ChannelModel, everyone } from "../channels/model.ts";
import type { StoredPerson } from "../people/model.ts";

/** Channels that a newcomer follows by themselves: their office's, the announcements, and the one for everybody. */
export async function followFirstChannels(person: StoredPerson, session?: ClientSession): Promise<void> {
  const first = await ChannelModel.find({
    $or: [{ officeId: person.officeId }, { kind: "announcements" }, { slug: everyone, kind: "topic" }],
    private: false,
    archived: false,
  })
    .session(session ?? null)
    .lean();
  for (const channel of first) await joinFirst(channel._id, person._id, session);
}

const joinFirst = (channelId: Types.ObjectId, personId: Types.ObjectId, session?: ClientSession) =>
  join({ channelId: String(channelId), personId: String(personId), private: false }, session);
