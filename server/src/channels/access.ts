import { canSeeChannel, type Channel } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import type { Actor } from "@meridian/shared/people";
import type { Types } from "mongoose";
import { ChannelModel } from "./model.ts";
import { presentChannel } from "./present.ts";

/** The channel, if `me` may see it; `not_found` alike for absent and for private. */
export async function accessChannel(me: Actor, id: string): Promise<Channel> {
  const [channel] = await accessChannels(me, [id]);
  return channel!;
}

/** All of these channels, in the order asked; `not_found` if one of them is absent or not for `me`. */
export async function accessChannels(me: Actor, ids: string[]): Promise<Channel[]> {
  const found = new Map((await loadChannels(ids)).map((channel) => [channel.id, channel]));
  return ids.map((id) => {
    const channel = found.get(id);
    if (!channel || !canSeeChannel(me, channel)) throw new AppError("not_found", "There is no such channel.");
    return channel;
  });
}

/** Channels for the server's own use, whoever asks. */
export async function loadChannels(ids: (string | Types.ObjectId)[]): Promise<Channel[]> {
  return (await ChannelModel.find({ _id: { $in: ids } }).lean()).map(presentChannel);
}
