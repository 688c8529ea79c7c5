import { canEditChannel, type Channel } from "@meridian/shared/channels";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { Types } from "mongoose";
import { accessPerson } from "../people/access.ts";
import { accessChannel } from "./access.ts";
import { changeChannel } from "./actions.ts";
import { isMember } from "./memberships.ts";

interface Owner {
  id: string;
  personId: string;
}

/** Names somebody who keeps the channel in order too. */
export async function addOwner(me: Me, { id, personId }: Owner): Promise<Channel> {
  const channel = await accessKept(me, id);
  const person = await accessPerson(personId);
  if (channel.ownerIds.includes(personId)) return channel;
  if (person.leftAt) throw new AppError("conflict", "This person has left.");
  if (channel.private && !(await isMember(id, personId))) {
    throw new AppError("conflict", "Only a member can keep a private channel in order.");
  }
  const change = { $addToSet: { ownerIds: new Types.ObjectId(personId) } };
  return changeChannel(me, id, change, "channel:owners");
}

export async function removeOwner(me: Me, { id, personId }: Owner): Promise<Channel> {
  const channel = await accessKept(me, id);
  if (!channel.ownerIds.includes(personId)) return channel;
  const change = { $pull: { ownerIds: new Types.ObjectId(personId) } };
  return changeChannel(me, id, change, "channel:owners");
}

async function accessKept(me: Me, id: string): Promise<Channel> {
  const channel = await accessChannel(me, id);
  if (canEditChannel(me, channel)) return channel;
  throw new AppError("forbidden", "Only those who look after it can change it.");
}
