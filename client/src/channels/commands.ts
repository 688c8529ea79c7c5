import { type Channel, channelsApi } from "@meridian/shared/channels";
import type { PersonBrief } from "@meridian/shared/people";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { attempt } from "../lib/attempt.ts";
import { t } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";
import { channelHandlers } from "./events.ts";
import { channelsQuery, membersQuery } from "./queries.ts";

export const followChannel = ({ id, name }: Channel) =>
  attempt(async () => {
    channelHandlers["membership:changed"](await call(channelsApi.follow, { id }));
    toast({ title: t("toast.channelFollowed", { channel: name }) });
  });

/** Leaving a private channel closes it to me; its own page then says so. */
export const unfollowChannel = (channel: Channel) =>
  attempt(async () => {
    const { id, name } = channel;
    await call(channelsApi.unfollow, { id });
    if (channel.private) channelHandlers["channel:gone"]({ id });
    else await queryClient.invalidateQueries(channelsQuery);
    void queryClient.invalidateQueries(membersQuery(id));
    const follow = { label: t("app.undo"), onPress: () => void followChannel(channel) };
    toast({
      title: t("toast.channelUnfollowed", { channel: name }),
      ...(!channel.private && { action: follow }),
    });
  });

export const muteChannel = ({ id, name }: Channel, muted: boolean) =>
  attempt(async () => {
    channelHandlers["membership:changed"](await call(channelsApi.follow, { id, muted }));
    toast({ title: t(muted ? "toast.channelMuted" : "toast.channelUnmuted", { channel: name }) });
  });

/** Throws CallError, whose fields the dialog shows. */
export async function createChannel(draft: {
  name: string;
  about: string;
  private: boolean;
}): Promise<Channel> {
  const channel = await call(channelsApi.create, draft);
  channelHandlers["channel:changed"](channel);
  // whoever opens a channel follows it: the membership is the server's to tell
  void queryClient.invalidateQueries(channelsQuery);
  toast({ title: t("toast.channelCreated", { channel: channel.name }) });
  return channel;
}

/** Throws CallError. */
export async function editChannel(
  id: string,
  edit: { name?: string; about?: string; archived?: boolean },
): Promise<Channel> {
  const channel = await call(channelsApi.edit, { id, ...edit });
  channelHandlers["channel:changed"](channel);
  toast({ title: t("settings.saved") });
  return channel;
}

export const makePrivate = ({ id, name }: Channel) =>
  attempt(async () => {
    channelHandlers["channel:changed"](await call(channelsApi.makePrivate, { id }));
    toast({ title: t("administration.madePrivate", { channel: name }) });
  });

export const addOwner = ({ id, name }: Channel, person: PersonBrief) =>
  attempt(async () => {
    channelHandlers["channel:changed"](await call(channelsApi.addOwner, { id, personId: person.id }));
    toast({ title: t("administration.ownerAdded", { name: person.name, channel: name }) });
  });

export const removeOwner = (channel: Channel, person: PersonBrief) =>
  attempt(async () => {
    const removed = { id: channel.id, personId: person.id };
    channelHandlers["channel:changed"](await call(channelsApi.removeOwner, removed));
    toast({
      title: t("administration.ownerRemoved", { name: person.name, channel: channel.name }),
      action: { label: t("app.undo"), onPress: () => void addOwner(channel, person) },
    });
  });

export const addMember = (id: string, person: PersonBrief) =>
  attempt(async () => {
    await call(channelsApi.addMember, { id, personId: person.id });
    await queryClient.invalidateQueries(membersQuery(id));
    toast({ title: t("toast.memberAdded", { name: person.name }) });
  });

export const removeMember = (id: string, person: PersonBrief) =>
  attempt(async () => {
    await call(channelsApi.removeMember, { id, personId: person.id });
    await queryClient.invalidateQueries(membersQuery(id));
    toast({
      title: t("toast.memberRemoved", { name: person.name }),
      action: { label: t("app.undo"), onPress: () => void addMember(id, person) },
    });
  });
