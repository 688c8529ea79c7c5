import {
  type AuditEntry,
  type AuditExport,
  type AuditPage,
  type AuditQuery,
  canReadAudit,
} from "@meridian/shared/audit";
import { AppError } from "@meridian/shared/errors";
import { limits } from "@meridian/shared/limits";
import type { Me } from "@meridian/shared/people";
import { type QueryFilter, Types } from "mongoose";
import { transaction } from "../database/connect.ts";
import { beyond, cut } from "../database/places.ts";
import type { Exchange } from "../http/serve.ts";
import { audit } from "./audit.ts";
import { csvHead, csvLine } from "./csv.ts";
import { AuditModel, type StoredEntry } from "./model.ts";

/** The log, newest first. */
export async function listAudit(
  me: Me,
  { before, limit = limits.pageSize, ...filters }: AuditQuery,
): Promise<AuditPage> {
  refuseOthers(me);
  const found = await AuditModel.find({ $and: [matching(filters), beyond<StoredEntry>(before, "$lt", "at")] })
    .sort({ at: -1, _id: -1 })
    .limit(limit + 1)
    .lean<StoredEntry[]>();
  const { shown, next } = cut(found, limit, "at");
  return {
    entries: shown.map(presentEntry),
    next,
  };
}

/** The log as a file, oldest first, sent as it is read. That it was exported is written down before the first line. */
export async function exportAudit(
  me: Me,
  { format, ...filters }: AuditExport,
  { response }: Exchange,
): Promise<AsyncIterable<string>> {
  refuseOthers(me);
  await transaction((session) =>
    audit(session, { by: me, action: "audit:exported", after: { format, ...filters } }),
  );
  response.type(format === "csv" ? "text/csv" : "application/jsonl");
  response.attachment(`audit.${format}`);
  return lines(format, matching(filters));
}

async function* lines(
  format: AuditExport["format"],
  filter: QueryFilter<StoredEntry>,
): AsyncIterable<string> {
  if (format === "csv") yield csvHead;
  const entries = AuditModel.find(filter).sort({ at: 1, _id: 1 }).lean<StoredEntry[]>().cursor();
  for await (const stored of entries as AsyncIterable<StoredEntry>) {
    const entry = presentEntry(stored);
    yield format === "csv" ? csvLine(entry) : `${JSON.stringify(entry)}\n`;
  }
}

type Filters = Omit<AuditExport, "format">;

function matching({
  action,
  actorId,
  targetId,
  caseId,
  officeId,
  from,
  to,
}: Filters): QueryFilter<StoredEntry> {
  return {
    ...(action && { action }),
    ...(actorId && { "actor.id": actorId }),
    ...(targetId && { "target.id": targetId }),
    ...(caseId && { caseId: new Types.ObjectId(caseId) }),
    ...(officeId && { "scope.officeId": officeId }),
    ...((from || to) && { at: { ...(from && { $gte: new Date(from) }), ...(to && { $lt: new Date(to) }) } }),
  };
}

function refuseOthers(me: Me): void {
  if (!canReadAudit(me)) throw new AppError("forbidden", "Only admins and auditors read the audit log.");
}

const presentEntry = ({ _id, at, caseId, ...entry }: StoredEntry): AuditEntry => ({
  id: String(_id),
  at: at.toISOString(),
  caseId: caseId && String(caseId),
  ...entry,
});
