import type { Membership, Unread } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import type { Actor, Me, PersonBrief } from "@meridian/shared/people";
import { canEditChannel } from "@meridian/shared/channels";
import type { Nothing } from "@meridian/shared/shape";
import { type ClientSession, Types } from "mongoose";
import { audit } from "../audit/audit.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { remembered } from "../database/remembered.ts";
import { together } from "../database/together.ts";
import { accessPerson, forgetPerson } from "../people/access.ts";
import { PersonModel } from "../people/model.ts";
import { briefsOf } from "../people/present.ts";
import { accessChannel } from "./access.ts";
import { ChannelModel, MembershipModel, type StoredMembership } from "./model.ts";
import { presentMembership } from "./present.ts";

/** Everything up to a moment is read in one channel. */
export type Read = Unread["channels"][number];

export const followedChannels = (me: Pick<Me, "id">): Promise<StoredMembership[]> =>
  MembershipModel.find({ personId: me.id, following: true }).lean<StoredMembership[]>();

const readPrivateChannels = together<string, string[]>(async (personIds) => {
  const found = await MembershipModel.find({ personId: { $in: personIds }, private: true, following: true })
    .select("personId channelId")
    .lean();
  const byPerson = new Map<string, string[]>(personIds.map((id) => [id, []]));
  for (const { personId, channelId } of found) byPerson.get(String(personId))!.push(String(channelId));
  return personIds.map((id) => byPerson.get(id)!);
});
const privateChannels = remembered("memberships", readPrivateChannels);

export const forgetPrivateChannels = privateChannels.forget;
export const forgetMemberships = privateChannels.forgetAll;

/** The private channels that somebody is a member of: what lets them in. */
export const privateChannelIds = async (personId: Types.ObjectId | string): Promise<string[]> =>
  (await privateChannels.get(String(personId))) ?? [];

export const isMember = async (channelId: string, personId: string): Promise<boolean> =>
  (await MembershipModel.exists({ channelId, personId, private: true, following: true })) !== null;

export async function followChannel(
  me: Me,
  input: { id: string; muted?: boolean | undefined },
): Promise<Membership> {
  const channel = await accessChannel(me, input.id);
  const joining = { channelId: channel.id, personId: me.id, private: channel.private, muted: input.muted };
  const joined = await join(joining);
  // made private in the same moment: who was not in it by then stays outside
  if (!channel.private && !(await ChannelModel.exists({ _id: channel.id, private: false }))) {
    if (await isMember(channel.id, me.id)) return presentMembership({ ...joined, private: true });
    await leave(channel.id, me.id);
    throw new AppError("not_found", "There is no such channel.");
  }
  return presentMembership(joined);
}

/** Leaves; who leaves a private channel can't see it any more. */
export async function unfollowChannel(me: Me, { id }: { id: string }): Promise<Nothing> {
  await accessChannel(me, id);
  await leave(id, me.id);
  return {};
}

export async function channelMembers(me: Me, { id }: { id: string }): Promise<{ members: PersonBrief[] }> {
  await accessChannel(me, id);
  const memberships = await MembershipModel.find({ channelId: id, following: true }).limit(5_000).lean();
  const people = await briefsOf(memberships.map((membership) => membership.personId));
  return { members: [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name)) };
}

interface Member {
  id: string;
  personId: string;
}

/** Any member brings others into a private channel. Open channels are followed by people themselves. */
export async function addMember(me: Me, { id, personId }: Member): Promise<Nothing> {
  const channel = await accessChannel(me, id);
  if (!channel.private) throw new AppError("forbidden", "People follow an open channel by themselves.");
  const { leftAt } = await accessPerson(personId);
  if (leftAt) throw new AppError("conflict", "This person has left.");
  await join({ channelId: id, personId, private: true });
  return {};
}

/** Whoever made the channel, and admins in it, take members out. */
export async function removeMember(me: Me, { id, personId }: Member): Promise<Nothing> {
  const channel = await accessChannel(me, id);
  const mayRemove = personId === me.id || canEditChannel(me, channel);
  if (!channel.private || !mayRemove)
    throw new AppError("forbidden", "You can't take people out of this channel.");
  if (personId === me.id) {
    await leave(id, personId);
    return {};
  }
  await transaction(async (session) => {
    if (!(await leave(id, personId, session))) return;
    const { name } = (await briefsOf([personId])).get(personId)!;
    await audit(session, {
      by: me,
      action: "channel:memberRemoved",
      target: { kind: "person", id: personId, name },
      scope: { officeId: channel.officeId, channelIds: [id] },
    });
  });
  return {};
}

interface Joining {
  channelId: string;
  personId: string;
  private: boolean;
  muted?: boolean | undefined;
}

/** Makes somebody a follower; what was posted before they came counts as read. */
export async function join(joining: Joining, session?: ClientSession): Promise<StoredMembership> {
  const { muted } = joining;
  const stored = await MembershipModel.findOneAndUpdate(
    { personId: joining.personId, channelId: joining.channelId },
    {
      $set: { following: true, private: joining.private, ...(muted !== undefined && { muted }) },
      $setOnInsert: { lastReadAt: clock.now(), ...(muted === undefined && { muted: false }) },
      $inc: { rev: 1 },
    },
    { upsert: true, returnDocument: "after", ...(session && { session }) },
  ).lean<StoredMembership>();
  return stored!;
}

/** Whether they were in it. */
async function leave(channelId: string, personId: string, session?: ClientSession): Promise<boolean> {
  const { modifiedCount } = await MembershipModel.updateOne(
    { channelId, personId, following: true },
    { $set: { following: false }, $inc: { rev: 1 } },
    session && { session },
  );
  return modifiedCount === 1;
}

/**
 * Holds somebody in a private channel until what they write there is committed: a removal at the same moment comes after it,
 * or the write is refused. Throws `not_found` once they are out.
 */
export async function holdMembership(
  me: Pick<Me, "id">,
  channelId: Types.ObjectId,
  session: ClientSession,
): Promise<void> {
  // past the model: who may see what is as it was, and stays in memory
  const { matchedCount } = await MembershipModel.collection.updateOne(
    { channelId, personId: new Types.ObjectId(me.id), private: true, following: true },
    { $inc: { rev: 1 } },
    { session },
  );
  if (matchedCount === 0) throw new AppError("not_found", "There is no such channel.");
}

/** Moves the mark forward, never back: two tabs can't undo each other. */
export async function readChannel(me: Me, { id, at }: { id: string; at: string }): Promise<Nothing> {
  const channel = await accessChannel(me, id);
  const until = notInTheFuture(at);
  // past the model: who may see what is as it was, and stays in memory
  await MembershipModel.collection.updateOne(
    {
      personId: new Types.ObjectId(me.id),
      channelId: new Types.ObjectId(channel.id),
      lastReadAt: { $lt: until },
    },
    { $set: { lastReadAt: until }, $inc: { rev: 1 } },
  );
  return {};
}

export async function readMentions(me: Actor, { at }: { at: string }): Promise<Nothing> {
  const until = notInTheFuture(at);
  // past the model: everybody else is as they were, and stays in memory
  await PersonModel.collection.updateOne(
    { _id: new Types.ObjectId(me.id), mentionsReadAt: { $lt: until } },
    { $set: { mentionsReadAt: until }, $inc: { rev: 1 } },
  );
  forgetPerson(me.id);
  return {};
}

const notInTheFuture = (at: string) => new Date(Math.min(Date.parse(at), clock.millis()));
