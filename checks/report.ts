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
const [start, end] = ["<!-- figures -->", "<!-- /figures -->"];
const head = ["| | promise | | what was counted | seed | seconds |", "| --- | --- | --- | --- | --- | --- |"];

/** Writes these rows into the table between its marks, in this order of ids; those of other checks stay. */
export async function keepFigures(rows: Row[], ids: string[]): Promise<void> {
  const whole = await readFile(file, "utf8");
  const [before, rest] = whole.split(start) as [string, string];
  const [table, after] = rest.split(end) as [string, string];
  const lines = new Map(
    [...table.matchAll(/^\| (\w+) .*$/gm)].flatMap(([line, id]) => (ids.includes(id!) ? [[id!, line]] : [])),
  );
  for (const { id, promise, passed, said, seed, seconds } of rows)
    lines.set(id, `| ${[id, promise, passed ? "kept" : "**broken**", said, seed, seconds].join(" | ")} |`);
  const shown = [...head, ...ids.flatMap((id) => lines.get(id) ?? [])];
  await writeFile(file, `${before}${start}\n\n${shown.join("\n")}\n\n${end}${after}`);
}
