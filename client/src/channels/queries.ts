import { type Channel, channelsApi, type Membership, type Unread } from "@meridian/shared/channels";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

export interface Channels {
  channels: Channel[];
  memberships: Membership[];
}

export const channelsQuery = queryOptions({
  queryKey: ["channels"],
  queryFn: ({ signal }): Promise<Channels> => call(channelsApi.list, {}, { signal }),
});

export const unreadQuery = queryOptions({
  queryKey: ["unread"],
  queryFn: ({ signal }): Promise<Unread> => call(channelsApi.unread, {}, { signal }),
  // compared place by place, a list that grows at its top is another from there on
  structuralSharing: false,
});

export const membersQuery = (id: string) =>
  queryOptions({
    queryKey: ["members", id],
    queryFn: ({ signal }) => call(channelsApi.members, { id }, { signal }),
  });

const none: Channels = { channels: [], memberships: [] };

/** Every channel that I may see, and where I stand in them; empty until they have arrived. */
export const useChannels = (): Channels => useQuery(channelsQuery).data ?? none;

export const useChannelBySlug = (slug: string): Channel | undefined =>
  useChannels().channels.find((channel) => channel.slug === slug);

export const useMembership = (channelId: string): Membership | undefined =>
  useChannels().memberships.find((membership) => membership.channelId === channelId);

// each draws only what its own number changes: unread posts come all the time

/** How many posts in a channel I have not read; 0 until that is known. */
export const useUnreadIn = (channelId: string): number =>
  useQuery({
    ...unreadQuery,
    select: ({ channels }) => channels.find((one) => one.channelId === channelId)?.posts.length,
  }).data ?? 0;

/** How many times I was mentioned since I last looked. */
export const useUnreadMentions = (): number =>
  useQuery({ ...unreadQuery, select: ({ mentions }) => mentions.posts.length }).data ?? 0;
