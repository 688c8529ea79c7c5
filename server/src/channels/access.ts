import { canSeeChannel, type Channel } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import type { Actor } from "@meridian/shared/people";
import type { Types } from "mongoose";
import { remembered } from "../database/remembered.ts";
import { byId } from "../database/together.ts";
import { ChannelModel, type StoredChannel } from "./model.ts";
import { presentChannel } from "./present.ts";

/** The channel, if `me` may see it; `not_found` alike for absent and for private. */
export async function accessChannel(me: Actor, id: string): Promise<Channel> {
  return visible(me, await channels.get(id));
}

/** All of these channels, in the order asked; `not_found` if one of them is absent or not for `me`. */
export async function accessChannels(me: Actor, ids: string[]): Promise<Channel[]> {
  const found = new Map((await loadChannels(ids)).map((channel) => [channel.id, channel]));
  return ids.map((id) => visible(me, found.get(id)));
}

function visible(me: Actor, channel: Channel | null | undefined): Channel {
  if (!channel || !canSeeChannel(me, channel)) throw new AppError("not_found", "There is no such channel.");
  return channel;
}

const readChannel = byId((ids) => ChannelModel.find({ _id: { $in: ids } }).lean<StoredChannel[]>());

const channels = remembered<Channel>("channels", async (id) => {
  const stored = await readChannel(id);
  return stored && presentChannel(stored);
});

export const forgetChannel = channels.forget;

/** Channels for the server's own use, whoever asks. */
export async function loadChannels(ids: (string | Types.ObjectId)[]): Promise<Channel[]> {
  const found = await Promise.all([...new Set(ids.map(String))].map(channels.get));
  return found.flatMap((channel) => channel ?? []);
}
