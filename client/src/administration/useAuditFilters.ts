import { auditActions, type AuditQuery } from "@meridian/shared/audit";
import { startOfDay } from "@meridian/shared/time";
import { useMe } from "../lib/access.ts";
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

/** Which entries are shown. It stands in the address; days are those of the reader's zone, as in the entries. */
export function useAuditFilters() {
  const { filters, set } = useAddress(names);
  const { zone } = useMe();
  const action = auditActions.find((one) => one === filters.action);
  const { officeId, actorId, targetId, caseId } = filters;
  const [from, end] = [startOf(zone, filters.from), startOf(zone, filters.to, 1)];
  const query: AuditQuery = {
    ...(action && { action }),
    ...(officeId && { officeId }),
    ...(actorId && { actorId }),
    ...(targetId && { targetId }),
    ...(caseId && { caseId }),
    ...(from && { from: from.toISOString() }),
    ...(end && { to: end.toISOString() }),
  };
  return { filters, query, set };
}

export type AuditFilter = ReturnType<typeof useAuditFilters>["filters"];

/** When a day begins in a zone, or the day so many days after it. */
function startOf(zone: string, date: string | undefined, daysLater = 0): Date | undefined {
  const day = new Date(`${date}T00:00Z`);
  if (Number.isNaN(day.getTime())) return undefined;
  day.setUTCDate(day.getUTCDate() + daysLater);
  return startOfDay(zone, day.toISOString().slice(0, 10));
}
