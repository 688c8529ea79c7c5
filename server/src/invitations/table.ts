import type { LineProblem } from "@meridian/shared/invitations";
import { Email } from "@meridian/shared/people";
import { line as lineOf, optionalLine } from "@meridian/shared/shape";
import * as z from "zod/mini";

/** One line of a table of newcomers as it was typed, and what is wrong with it by itself. */
export interface ReadLine {
  line: number;
  name: string;
  email: string;
  office: string;
  job: string;
  problems: LineProblem[];
}

const columns = ["name", "email", "office", "job"] as const;
type Column = (typeof columns)[number];

/** The first line may name its columns, in one of our languages; then they stand in any order. */
const headings: Record<string, Column> = {
  name: "name",
  nom: "name",
  "full name": "name",
  email: "email",
  "e-mail": "email",
  mail: "email",
  courriel: "email",
  "adresse e-mail": "email",
  "e-mail-adresse": "email",
  office: "office",
  city: "office",
  bureau: "office",
  büro: "office",
  standort: "office",
  job: "job",
  role: "job",
  poste: "job",
  stelle: "job",
  position: "job",
};

const Name = lineOf(80);
const Job = optionalLine(100);

/** Reads CSV (RFC 4180: quotes, line ends within them) with commas, semicolons or tabs between, as spreadsheets save it. */
export function readTable(text: string): ReadLine[] {
  const rows = rowsOf(text.replace(/^\uFEFF/, ""));
  const first = rows[0]?.cells.map((cell) => headings[cell.trim().toLowerCase()]);
  const named = first !== undefined && first.includes("email") && first.every((column) => column);
  const order: readonly (Column | undefined)[] = named ? first : columns;
  return (named ? rows.slice(1) : rows).map(({ line, cells }) => {
    const cell = (column: Column) => cells[order.indexOf(column)]?.trim() ?? "";
    const read = { line, name: cell("name"), email: cell("email"), office: cell("office"), job: cell("job") };
    return { ...read, email: read.email.toLowerCase(), problems: problemsOf(read, cells, order.length) };
  });
}

function problemsOf(read: Omit<ReadLine, "problems">, cells: string[], known: number): LineProblem[] {
  const problems: LineProblem[] = [];
  if (cells.slice(known).some((cell) => cell.trim() !== "")) problems.push("columns");
  if (!z.safeParse(Name, read.name).success) problems.push("name");
  if (!z.safeParse(Email, read.email).success) problems.push("email");
  if (!z.safeParse(Job, read.job).success) problems.push("job");
  return problems;
}

interface Row {
  line: number;
  cells: string[];
}

function rowsOf(text: string): Row[] {
  const separator = separatorOf(text);
  const rows: Row[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let [line, startedAt] = [1, 1];
  const endRow = () => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== "")) rows.push({ line: startedAt, cells });
    [cells, cell, startedAt] = [[], "", line];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (letter === "\n") line += 1;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else quoted = false;
    } else if (letter === '"' && cell.trim() === "") [quoted, cell] = [true, ""];
    else if (letter === separator) [cells, cell] = [[...cells, cell], ""];
    else if (letter === "\n") endRow();
    else if (letter !== "\r") cell += letter;
  }
  endRow();
  return rows;
}

/** Whichever of the three stands in the first line most often. */
function separatorOf(text: string): string {
  const start = text.trimStart();
  const end = start.indexOf("\n");
  const first = end < 0 ? start : start.slice(0, end);
  const count = (separator: string) => first.split(separator).length;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0]!;
}
