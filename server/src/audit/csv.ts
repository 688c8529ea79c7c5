import type { AuditEntry } from "@meridian/shared/audit";

const columns = {
  day: (entry: AuditEntry) => entry.day,
  seq: (entry) => entry.seq,
  at: (entry) => entry.at,
  actor: (entry) => entry.actor.name || entry.actor.kind,
  actorId: (entry) => entry.actor.id,
  action: (entry) => entry.action,
  targetKind: (entry) => entry.target?.kind,
  target: (entry) => entry.target?.name,
  targetId: (entry) => entry.target?.id,
  caseId: (entry) => entry.caseId,
  officeId: (entry) => entry.scope.officeId,
  channelIds: (entry) => entry.scope.channelIds.join(" "),
  reason: (entry) => entry.reason,
  before: (entry) => entry.before && JSON.stringify(entry.before),
  after: (entry) => entry.after && JSON.stringify(entry.after),
  previous: (entry) => entry.previous,
  hash: (entry) => entry.hash,
} satisfies Record<string, (entry: AuditEntry) => string | number | null | undefined>;

/** RFC 4180, with a byte order mark: without it Excel takes UTF-8 for something else. */
export const csvHead = `\uFEFF${Object.keys(columns).join(",")}\r\n`;

export const csvLine = (entry: AuditEntry): string =>
  `${Object.values(columns)
    .map((column) => cell(String(column(entry) ?? "")))
    .join(",")}\r\n`;

/** A cell that would be a formula in a spreadsheet gets an apostrophe before it, which shows it as it was typed. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
