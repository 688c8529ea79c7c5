import type { Notice } from "@meridian/shared/notices";
import type { ClientSession } from "mongoose";
import { ReportModel, type StoredCase, type StoredReport } from "../cases/model.ts";
import { notify } from "../notices/notify.ts";

/** Everybody who reported hears what became of it, and why. */
export async function tellReporters(
  session: ClientSession,
  found: StoredCase,
  outcome: NonNullable<Notice["outcome"]>,
  reason: string,
): Promise<void> {
  if (found.reportCount === 0) return;
  const reports = await ReportModel.find({ caseId: found._id }).session(session).lean<StoredReport[]>();
  await notify(
    session,
    reports.map((report) => ({
      personId: report.reporterId,
      kind: "reportOutcome",
      reportId: report._id,
      postId: found.target.kind === "post" ? found.target.id : null,
      ruleId: report.ruleId,
      reason,
      outcome,
    })),
  );
}
