// `npm run bench`: the built product beside a bare baseline, in turn and in the same run.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { measureBrowser } from "./browser/measure.ts";
import { measureGrowth } from "./growth/measure.ts";
import { measureLoad } from "./load/measure.ts";
import type { Part } from "./report.ts";

const parts: Record<string, (quick: boolean) => Promise<Part>> = {
  load: measureLoad,
  growth: measureGrowth,
  browser: measureBrowser,
};
const names = Object.keys(parts);
const quick = process.argv.includes("--quick");
const only = process.argv.find((word) => word.startsWith("--only="))?.slice("--only=".length);
const wanted = only?.split(",") ?? names;
const unknown = wanted.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`--only= takes some of ${names.join(",")}, not ${unknown}`);

const tables: string[] = [];
const faults: string[] = [];
for (const name of names.filter((one) => wanted.includes(one))) {
  const found = await parts[name]!(quick);
  tables.push(found.table);
  faults.push(...found.faults);
  console.log(`\n${found.table}`);
}
console.log(`\n${faults.length === 0 ? "Nothing was lost, doubled or refused." : faults.join("\n")}`);
if (!quick && tables.length === names.length) {
  await keepIn(join(import.meta.dirname, "../docs/performance.md"), tables.join("\n\n"));
}
process.exitCode = faults.length === 0 ? 0 : 1;

/** Between its marks; what people wrote around it stays. */
async function keepIn(file: string, text: string): Promise<void> {
  const [start, end] = ["<!-- figures -->", "<!-- /figures -->"];
  const whole = await readFile(file, "utf8");
  const [before, rest] = whole.split(start) as [string, string];
  await writeFile(file, `${before}${start}\n\n${text}\n\n${end}${rest.split(end)[1]}`);
}
