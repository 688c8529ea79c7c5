import { Types } from "mongoose";
import { transaction } from "../database/connect.ts";
import { type Merging, moved, movedEach } from "../people/merging.ts";
import { ChannelModel, MembershipModel, type StoredMembership } from "./model.ts";

/** The channels that they made or look after. */
export async function moveChannels(merging: Merging): Promise<void> {
  const { from } = merging;
  await ChannelModel.updateMany(
    { $or: [{ createdBy: from }, { ownerIds: from }] },
    [
      {
        $set: {
          createdBy: moved("$createdBy", merging),
          ownerIds: movedEach("$ownerIds", merging),
          rev: { $add: ["$rev", 1] },
        },
      },
    ],
    { updatePipeline: true },
  );
}

/** Whoever one of them was in a channel, they are; a new record each, so that the change stream lets their sockets in. */
export async function moveMemberships({ from, into }: Merging): Promise<void> {
  const theirs = await MembershipModel.find({ personId: from }).select("_id").lean();
  for (const { _id } of theirs) {
    await transaction(async (session) => {
      const membership = await MembershipModel.findOneAndDelete(
        { _id },
        { session },
      ).lean<StoredMembership>();
      if (!membership) return;
      const { channelId } = membership;
      const own = await MembershipModel.findOne({ personId: into, channelId })
        .session(session)
        .lean<StoredMembership>();
      if (own) {
        const change = { $set: both(own, membership), $inc: { rev: 1 } };
        await MembershipModel.updateOne({ _id: own._id }, change, { session });
      } else {
        const fresh = { ...membership, _id: new Types.ObjectId(), personId: into };
        await MembershipModel.insertMany([fresh], { session });
      }
    });
  }
}

/** What either has read is read; whether it is muted says whoever followed it, `into` first. */
const both = (own: StoredMembership, other: StoredMembership): Partial<StoredMembership> => ({
  following: own.following || other.following,
  private: own.private || other.private,
  muted: own.following || !other.following ? own.muted : other.muted,
  lastReadAt: own.lastReadAt > other.lastReadAt ? own.lastReadAt : other.lastReadAt,
});
