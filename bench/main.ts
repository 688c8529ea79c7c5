// `npm run bench`: the built product beside a bare baseline, in turn and in the same run.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { measureBrowser } from "./browser/measure.ts";
import { deliveries, type Extent, type Finding, latency, type Measure, page, writes } from "./measures.ts";
import { faultsIn, printed } from "./report.ts";
import { startBare, startMeridian, type Subject } from "./subjects.ts";

const quick = process.argv.includes("--quick");
const extent: Extent = quick ? { seconds: 4, rounds: 1 } : { seconds: 6, rounds: 3 };
const measures: Record<string, Measure> = { writes, deliveries, latency, page };

export type Findings = Record<string, Record<Subject["name"], Finding[]>>;

const findings: Findings = {};
const { subject: meridian, mongodUri } = await startMeridian();
const subjects = [await startBare(undefined), await startBare(mongodUri), meridian];
try {
  for (const subject of subjects) {
    process.stderr.write(`warming up: ${subject.name}\n`);
    await writes(subject, { ...extent, seconds: 3 });
  }
  for (let round = 0; round < extent.rounds; round += 1) {
    for (const [name, measure] of Object.entries(measures)) {
      const row = (findings[name] ??= { plain: [], insert: [], meridian: [] });
      // whoever comes first in one round comes last in another
      const order = subjects.map((_, at) => subjects[(at + round) % subjects.length]!);
      for (const subject of order) {
        process.stderr.write(`round ${round + 1} of ${extent.rounds}: ${name}, ${subject.name}\n`);
        row[subject.name].push(await measure(subject, extent));
      }
    }
  }
} finally {
  for (const subject of subjects) await subject.stop();
}
const server = printed(findings);
console.log(`${server}\n`);
process.stderr.write("in the browser\n");
const inBrowser = await measureBrowser();
console.log(inBrowser);
const report = `${server}\n\n${inBrowser}`;
const faults = faultsIn(findings);
console.log(faults.length === 0 ? "Nothing was lost, doubled or refused." : faults.join("\n"));
if (!quick) await keepIn(join(import.meta.dirname, "../docs/performance.md"), report);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Between its marks; what people wrote around it stays. */
async function keepIn(file: string, text: string): Promise<void> {
  const [start, end] = ["<!-- figures -->", "<!-- /figures -->"];
  const whole = await readFile(file, "utf8");
  const [before, rest] = whole.split(start) as [string, string];
  await writeFile(file, `${before}${start}\n\n${text}\n\n${end}${rest.split(end)[1]}`);
}
