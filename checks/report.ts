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

/** Writes the table of a whole run between its marks; what people wrote around it stays. */
export async function keepFigures(rows: Row[]): Promise<void> {
  const lines = rows.map(({ id, promise, passed, said, seed, seconds }) =>
    [``, id, promise, passed ? "kept" : "**broken**", said, seed, seconds, ``].join(" | ").trim(),
  );
  const table = [
    "| | promise | | what was counted | seed | seconds |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ];
  const whole = await readFile(file, "utf8");
  const [before, rest] = whole.split(start) as [string, string];
  await writeFile(file, `${before}${start}\n\n${table.join("\n")}\n\n${end}${rest.split(end)[1]}`);
}
