import type { Channel, Membership } from "@meridian/shared/channels";
import { canEditChannel } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import type { AuditAction } from "@meridian/shared/audit";
import type { Me } from "@meridian/shared/people";
import { type ClientSession, Types, type UpdateQuery } from "mongoose";
import { audit } from "../audit/audit.ts";
import { changesBetween } from "../audit/changes.ts";
import { clock } from "../clock.ts";
import { isDuplicate, transaction } from "../database/connect.ts";
import { refuseFrozen } from "../people/access.ts";
import { accessChannel } from "./access.ts";
import { join } from "./memberships.ts";
import {
  ChannelModel,
  everyone,
  MembershipModel,
  type StoredChannel,
  type StoredMembership,
} from "./model.ts";
import { presentChannel, presentMembership } from "./present.ts";

/** Every channel that I may see, and where I stand in those that I follow or followed. */
export async function listChannels(me: Me): Promise<{ channels: Channel[]; memberships: Membership[] }> {
  const [channels, memberships] = await Promise.all([
    ChannelModel.find({ $or: [{ private: false }, { _id: { $in: me.privateChannelIds } }] })
      .sort({ name: 1 })
      .lean<StoredChannel[]>(),
    MembershipModel.find({ personId: me.id }).lean<StoredMembership[]>(),
  ]);
  return {
    channels: channels.map(presentChannel),
    memberships: memberships
      .filter((membership) => membership.following || !membership.private)
      .map(presentMembership),
  };
}

export const showChannel = (me: Me, { id }: { id: string }): Promise<Channel> => accessChannel(me, id);

/** Anyone opens a channel; whoever does follows it and keeps it in order. */
export async function createChannel(
  me: Me,
  draft: { name: string; about: string; private: boolean },
): Promise<Channel> {
  refuseFrozen(me);
  return transaction(async (session) => {
    const channel = await insertChannel(
      { ...draft, kind: "topic", createdBy: new Types.ObjectId(me.id) },
      session,
    );
    const joining = { channelId: String(channel._id), personId: me.id, private: channel.private };
    await join(joining, session);
    return presentChannel(channel);
  });
}

type Opening = Pick<StoredChannel, "name" | "about" | "private" | "kind"> &
  Partial<Pick<StoredChannel, "_id" | "officeId" | "createdBy" | "createdAt" | "slug">>;

/** Throws `conflict` when an open channel is to get the name of another one. */
export async function insertChannel(opening: Opening, session?: ClientSession): Promise<StoredChannel> {
  const _id = new Types.ObjectId();
  const channel: StoredChannel = {
    _id,
    rev: 1,
    officeId: null,
    archived: false,
    createdBy: null,
    ownerIds: [],
    createdAt: clock.now(),
    slug: channelSlug({ _id, ...opening }),
    ...opening,
  };
  try {
    await ChannelModel.insertMany([channel], session ? { session } : {});
  } catch (error) {
    throw nameTaken(error);
  }
  return channel;
}

interface Edit {
  id: string;
  name?: string | undefined;
  about?: string | undefined;
  archived?: boolean | undefined;
}

export async function editChannel(me: Me, { id, ...edit }: Edit): Promise<Channel> {
  const channel = await accessChannel(me, id);
  if (!canEditChannel(me, channel))
    throw new AppError("forbidden", "Only those who look after it can change it.");
  refuseFrozen(me);
  if (edit.archived && channel.kind !== "topic")
    throw new AppError("forbidden", "This channel can't be archived.");
  const moves = channel.kind === "topic" && channel.slug !== everyone;
  const renames = edit.name !== undefined && edit.name !== channel.name && moves;
  const renamed = renames ? { slug: channelSlug({ ...channel, _id: id, name: edit.name! }) } : {};
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  try {
    const archives = edit.archived !== undefined && edit.archived !== channel.archived;
    const action = !archives ? "channel:edited" : edit.archived ? "channel:archived" : "channel:unarchived";
    return await changeChannel(me, id, { $set: { ...given, ...renamed } }, action);
  } catch (error) {
    throw nameTaken(error);
  }
}

/** Changes a channel and writes into the log how it was and is. */
export function changeChannel(
  me: Me,
  id: string,
  change: UpdateQuery<StoredChannel>,
  action: AuditAction,
  within?: (session: ClientSession) => Promise<unknown>,
): Promise<Channel> {
  return transaction(async (session) => {
    await within?.(session);
    const before = await ChannelModel.findById(id).session(session).lean<StoredChannel>();
    const after = await ChannelModel.findOneAndUpdate(
      { _id: id },
      { ...change, $inc: { rev: 1 } },
      { session, returnDocument: "after" },
    ).lean<StoredChannel>();
    const is = presentChannel(after!);
    await audit(session, {
      by: me,
      action,
      target: { kind: "channel", id, name: is.name },
      scope: { officeId: is.officeId, channelIds: [id] },
      ...changesBetween(presentChannel(before!), is),
    });
    return is;
  });
}

/**
 * Those of these channels that everybody may read, held until what is written there is committed: whoever makes one private at
 * the same moment comes after it.
 */
export async function holdOpen(
  channelIds: Types.ObjectId[],
  session: ClientSession,
): Promise<Types.ObjectId[]> {
  const open: Types.ObjectId[] = [];
  for (const _id of channelIds) {
    // past the model: nothing about it has changed, and it stays in memory
    const { matchedCount } = await ChannelModel.collection.updateOne(
      { _id, private: false },
      { $inc: { rev: 1 } },
      { session },
    );
    if (matchedCount === 1) open.push(_id);
  }
  return open;
}

/** A name as it stands in an address: letters and digits of any script, in lower case, with dashes between. */
export function slugOf(name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug || "channel";
}

/**
 * A channel's name in an address. A private one has some of its id at the end, after two dashes, which no name gives: nobody hears
 * that it is there by its name being taken.
 */
export function channelSlug(channel: {
  _id: Types.ObjectId | string;
  name: string;
  private: boolean;
}): string {
  const slug = slugOf(channel.name);
  return channel.private ? `${slug}--${String(channel._id).slice(-6)}` : slug;
}

function nameTaken(error: unknown): unknown {
  if (!isDuplicate(error)) return error;
  return new AppError("conflict", "There is a channel of that name already.", { name: "is taken" });
}
