import type { Channel, ChannelEvents, Unread, UnreadPost } from "@meridian/shared/channels";
import type { Handlers } from "../lib/handlers.ts";
import { currentMe, updateMe } from "../lib/access.ts";
import { fetchAnew, patch, queryClient } from "../lib/cache.ts";
import { dropChannel, type PostList } from "../posts/list.ts";
import type { Channels } from "./queries.ts";

export const channelHandlers: Handlers<ChannelEvents> = {
  "channel:changed": (channel) => {
    // brought in again: its posts stand in lists of which nobody knows here whether they do
    if (channel.private && !currentMe()?.privateChannelIds.includes(channel.id))
      void fetchAnew({ queryKey: ["posts"] });
    if (channel.private) knowPrivate(channel.id, true);
    patch<Channels>({ queryKey: ["channels"] }, (data) => ({
      ...data,
      channels: withChannel(data.channels, channel),
    }));
  },
  "channel:gone": ({ id }) => {
    knowPrivate(id, false);
    patch<Channels>({ queryKey: ["channels"] }, (data) => ({
      channels: data.channels.filter((channel) => channel.id !== id),
      memberships: data.memberships.filter((membership) => membership.channelId !== id),
    }));
    patch<PostList>({ queryKey: ["posts"] }, (list) => dropChannel(list, id));
    void queryClient.invalidateQueries({ queryKey: ["unread"] });
  },
  "membership:changed": (membership) => {
    patch<Channels>({ queryKey: ["channels"] }, (data) => {
      const known = data.memberships.find((one) => one.channelId === membership.channelId);
      if (known && known.rev >= membership.rev) return data;
      const others = data.memberships.filter((one) => one.channelId !== membership.channelId);
      return { ...data, memberships: [...others, membership] };
    });
    // what Home holds is decided by the server
    void queryClient.invalidateQueries({ queryKey: ["posts", "home"] });
    void queryClient.invalidateQueries({ queryKey: ["unread"] });
    void queryClient.invalidateQueries({ queryKey: ["members", membership.channelId] });
  },
  "read:changed": ({ channelId, lastReadAt }) =>
    patch<Unread>({ queryKey: ["unread"] }, (unread) => ({
      channels: unread.channels.map((channel) =>
        channel.channelId === channelId ? readUntil(channel, lastReadAt) : channel,
      ),
      mentions: channelId === null ? readUntil(unread.mentions, lastReadAt) : unread.mentions,
    })),
};

/** A read mark only moves forward, whichever of two tabs is heard last. */
function readUntil<Read extends { lastReadAt: string; posts: UnreadPost[] }>(
  read: Read,
  until: string,
): Read {
  if (until <= read.lastReadAt) return read;
  return { ...read, lastReadAt: until, posts: read.posts.filter((post) => post.at > until) };
}

function withChannel(channels: Channel[], channel: Channel): Channel[] {
  const known = channels.find((one) => one.id === channel.id);
  if (known && known.rev >= channel.rev) return channels;
  const others = channels.filter((one) => one.id !== channel.id);
  return [...others, channel].toSorted((a, b) => a.name.localeCompare(b.name));
}

function knowPrivate(id: string, member: boolean): void {
  const others = (currentMe()?.privateChannelIds ?? []).filter((one) => one !== id);
  updateMe({ privateChannelIds: member ? [...others, id] : others });
}
