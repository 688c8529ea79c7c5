// `npm run bench`: the built product beside a bare baseline, in turn and in the same run.
import { deliveries, type Extent, type Finding, latency, type Measure, page, writes } from "./measures.ts";
import { printed } from "./report.ts";
import { startBare, startMeridian, type Subject } from "./subjects.ts";

const quick = process.argv.includes("--quick");
const extent: Extent = quick ? { seconds: 5, rounds: 1 } : { seconds: 10, rounds: 3 };
const measures: Record<string, Measure> = { writes, deliveries, latency, page };

export type Findings = Record<string, Record<Subject["name"], Finding[]>>;

const { subject: meridian, mongodUri } = await startMeridian();
const subjects = [await startBare(undefined), await startBare(mongodUri), meridian];
const findings: Findings = {};
try {
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
console.log(printed(findings));
