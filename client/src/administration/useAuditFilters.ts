import { auditActions, type AuditQuery } from "@meridian/shared/audit";
import { useAddress } from "../lib/useAddress.ts";

const names = [
  "action",
  "officeId",
  "from",
  "to",
  "actorId",
  "actorName",
  "targetId",
  "targetName",
  "caseId",
] as const;
const day = 86_400_000;

/** Which entries are shown. It stands in the address; days are the reader's own. */
export function useAuditFilters() {
  const { filters, set } = useAddress(names);
  const action = auditActions.find((one) => one === filters.action);
  const { officeId, actorId, targetId, caseId } = filters;
  const [from, to] = [startOf(filters.from), startOf(filters.to)];
  const query: AuditQuery = {
    ...(action && { action }),
    ...(officeId && { officeId }),
    ...(actorId && { actorId }),
    ...(targetId && { targetId }),
    ...(caseId && { caseId }),
    ...(from && { from: from.toISOString() }),
    // up to the end of that day
    ...(to && { to: new Date(to.getTime() + day).toISOString() }),
  };
  return { filters, query, set };
}

export type AuditFilter = ReturnType<typeof useAuditFilters>["filters"];

/** Midnight of a day where the reader is. */
function startOf(date: string | undefined): Date | undefined {
  const start = date && /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00`) : undefined;
  return start && !Number.isNaN(start.getTime()) ? start : undefined;
}
