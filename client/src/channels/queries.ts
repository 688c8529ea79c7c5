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

const nothing: Unread = { channels: [], mentions: { lastReadAt: new Date(0).toISOString(), posts: [] } };

export const useUnread = (): Unread => useQuery(unreadQuery).data ?? nothing;
