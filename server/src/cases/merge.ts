import { isDuplicate, transaction } from "../database/connect.ts";
import { type Merging, moved, movedEach, movedIn } from "../people/merging.ts";
import { CaseModel, ReportModel } from "./model.ts";

/** What they reported. Both reported the same: that was one person. */
export async function moveReports({ from, into }: Merging): Promise<void> {
  const theirs = await ReportModel.find({ reporterId: from }).select("caseId").lean();
  for (const { _id, caseId } of theirs) {
    await transaction(async (session) => {
      if (!(await ReportModel.exists({ caseId, reporterId: into }).session(session))) {
        await ReportModel.updateOne({ _id }, { $set: { reporterId: into } }, { session });
        return;
      }
      const { deletedCount } = await ReportModel.deleteOne({ _id }, { session });
      if (deletedCount === 0) return;
      await CaseModel.updateOne({ _id: caseId }, { $inc: { reportCount: -1, rev: 1 } }, { session });
    });
  }
}

/**
 * The cases about them, those they reported and those they worked on: whoever decided under one name can't judge the
 * appeal under the other. `ordinary` is not so for a lead or an admin, whose cases are the admins' only.
 */
export async function moveCases(merging: Merging, ordinary: boolean): Promise<void> {
  const { from, into } = merging;
  const doers = ["claimedBy", "decision.by", "appeal.judgedBy", "purgeAskedBy", "notes.by", "history.by"];
  const event = {
    $mergeObjects: ["$$this", { by: moved("$$this.by", merging), to: moved("$$this.to", merging) }],
  };
  const note = { $mergeObjects: ["$$this", { by: moved("$$this.by", merging) }] };
  await CaseModel.updateMany(
    {
      $or: ["authorId", "target.id", "reporterIds", "history.to", ...doers].map((field) => ({
        [field]: from,
      })),
    },
    [
      {
        $set: {
          authorId: moved("$authorId", merging),
          target: movedIn("$target", "id", merging),
          careOf: ordinary ? "$careOf" : { $cond: [{ $eq: ["$authorId", from] }, null, "$careOf"] },
          reporterIds: movedEach("$reporterIds", merging),
          claimedBy: moved("$claimedBy", merging),
          decision: movedIn("$decision", "by", merging),
          appeal: movedIn("$appeal", "judgedBy", merging),
          purgeAskedBy: moved("$purgeAskedBy", merging),
          notes: { $map: { input: "$notes", in: note } },
          history: { $map: { input: "$history", in: event } },
          rev: { $add: ["$rev", 1] },
        },
      },
    ],
    { updatePipeline: true },
  );
  await ReportModel.updateMany({ "target.id": from }, { $set: { "target.id": into } });
  await movePending(merging);
}

/** Both profiles have a case that waits: each is decided for itself, and new reports go to `into`'s own. */
async function movePending({ from, into }: Merging): Promise<void> {
  const [was, is] = [`profile:${String(from)}`, `profile:${String(into)}`];
  await CaseModel.updateOne({ pendingKey: was }, { $set: { pendingKey: is } }).catch((error: unknown) => {
    if (!isDuplicate(error)) throw error;
  });
}
