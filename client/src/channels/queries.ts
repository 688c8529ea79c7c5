import { type Channel, channelsApi, type Membership, type Unread } from "@meridian/shared/channels";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";
import { shared } from "../lib/shared.ts";

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
const useSome = shared(channelsQuery);

/** Every channel that I may see, and where I stand in them; empty until they have arrived. */
export const useChannels = (): Channels => useSome((data) => data ?? none);

export const useChannelBySlug = (slug: string): Channel | undefined =>
  useSome((data) => data?.channels.find((channel) => channel.slug === slug));

export const useMembership = (channelId: string): Membership | undefined =>
  useSome((data) => data?.memberships.find((membership) => membership.channelId === channelId));

const useSomeUnread = shared(unreadQuery);

/** How many posts in a channel I have not read; 0 until that is known. */
export const useUnreadIn = (channelId: string): number =>
  useSomeUnread((data) => data?.channels.find((one) => one.channelId === channelId)?.posts.length ?? 0);

/** How many times I was mentioned since I last looked. */
export const useUnreadMentions = (): number => useSomeUnread((data) => data?.mentions.posts.length ?? 0);
