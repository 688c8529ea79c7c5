import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface Row {
  id: string;
  promise: string;
  passed: boolean;
  said: string;
  seed: number;
  seconds: number;
}

const file = join(import.meta.dirname, "../docs/reliability.md");

/** Writes these rows into the table of the checks, in this order of ids; those of other checks stay. */
export const keepFigures = (rows: Row[], ids: string[]): Promise<void> =>
  keepLines(
    "figures",
    ["", "promise", "", "what was counted", "seed", "seconds"],
    rows.map(({ id, promise, passed, said, seed, seconds }) => [
      id,
      promise,
      passed ? "kept" : "**broken**",
      said,
      String(seed),
      String(seconds),
    ]),
    ids,
  );

/** The same for what was broken on purpose. */
export const keepDamages = (
  rows: [what: string, found: string, by: string][],
  all: string[],
): Promise<void> => keepLines("damages", ["change", "", "looked for by"], rows, all);

/** Lines of a table between its marks, each known by its first cell. */
async function keepLines(mark: string, head: string[], rows: string[][], order: string[]): Promise<void> {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before, rest] = (await readFile(file, "utf8")).split(start) as [string, string];
  const [table, after] = rest.split(end) as [string, string];
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const lines = new Map(
    [...table.matchAll(/^\| (.+?) +\|.*$/gm)].map(([kept, first]) => [first!, kept] as const),
  );
  for (const row of rows) lines.set(row[0]!, line(row));
  const shown = [line(head), line(head.map(() => "---")), ...order.flatMap((key) => lines.get(key) ?? [])];
  await writeFile(file, `${before}${start}\n\n${shown.join("\n")}\n\n${end}${after}`);
}
