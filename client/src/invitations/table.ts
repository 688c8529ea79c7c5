import type { InvitedLine, TableLine } from "@meridian/shared/invitations";

/** 256 random bits that the links of one table are made from. */
export function newTableKey(): string {
  const bits = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bits))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace("=", "");
}

/** These lines as a table of their own: what was read of them, in the order that needs no heading. */
export const linesOf = (lines: Pick<TableLine, "name" | "email" | "office" | "job">[]): string =>
  lines.map(({ name, email, office, job }) => row([name, email, office, ...(job ? [job] : [])])).join("\n");

/** The links as a file for a spreadsheet or a mail merge. The mark at its start says that it is UTF-8. */
export const linksAsCsv = (invited: InvitedLine[]): Blob =>
  new Blob(["\uFEFF", linkLines(invited)], { type: "text/csv;charset=utf-8" });

export const linkLines = (invited: InvitedLine[]): string =>
  [["name", "email", "link"], ...invited.map(({ name, email, link }) => [name, email, link])]
    .map((cells) => row(cells.map(defused)))
    .join("\r\n");

const row = (cells: string[]) =>
  cells.map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");

/** A spreadsheet takes text that begins so for a formula. */
const defused = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
