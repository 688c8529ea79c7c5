import type { Case } from "@meridian/shared/cases";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { type ClientSession, Types } from "mongoose";
import { CaseModel } from "../cases/model.ts";
import { transaction } from "../database/connect.ts";
import { PostModel, type StoredPost, VersionModel } from "../posts/model.ts";
import { accessToAct } from "./access.ts";
import { auditCase, changeCase, eventOf } from "./change.ts";
import { postOf } from "./decide.ts";
import { moveContent } from "./effects.ts";
import { showCase } from "./show.ts";

/**
 * Erases what a removed post says, and all it said before, for good. It takes two admins: the first one's call asks for
 * it, a second one's does it. Not while an appeal could still bring it back.
 */
export async function purgeCase(
  me: Me,
  { reason, ...seen }: { id: string; rev: number; reason: string },
): Promise<Case> {
  await transaction(async (session) => {
    const found = await accessToAct(me, seen, session);
    if (me.role !== "admin") throw new AppError("forbidden", "Only admins can have a text erased.");
    const post = await postOf(session, found);
    if (post?.state !== "removed" || post.removedBy !== "moderator") {
      throw new AppError("conflict", "Only what moderators removed can be erased.");
    }
    if (found.state === "appealed") throw new AppError("conflict", "Its author's appeal is not judged yet.");
    if (!found.purgeAskedBy) {
      const purgeAskedBy = new Types.ObjectId(me.id);
      await changeCase(session, found, { purgeAskedBy }, [eventOf({ act: "purgeAsked", by: me.id, reason })]);
      await auditCase(session, found, { by: me, action: "post:purgeAsked", reason });
      return;
    }
    if (String(found.purgeAskedBy) === me.id) {
      throw new AppError("forbidden", "Another admin has to agree.");
    }
    await erase(session, post);
    await changeCase(session, found, {}, [eventOf({ act: "purged", by: me.id, reason })]);
    const askedBy = found.purgeAskedBy;
    await auditCase(session, found, { by: me, action: "post:purged", reason, before: { askedBy } });
  });
  return showCase(me, { id: seen.id });
}

async function erase(session: ClientSession, post: StoredPost): Promise<void> {
  await moveContent(session, post, "purge", post.hidden);
  await PostModel.updateOne(
    { _id: post._id },
    {
      $set: {
        body: "",
        text: [],
        mentions: [],
        hashtags: [],
        reactions: [],
        listed: !post.isReply && post.replyCount > 0,
      },
    },
    { session },
  );
  await VersionModel.deleteMany({ postId: post._id }, { session });
  // a screen may have quoted it
  const cases = { "target.id": post._id, "flags.0": { $exists: true } };
  await CaseModel.updateMany(cases, { $set: { "flags.$[].matched": "" } }, { session });
}
