import { faultsIn, type Part, printed } from "../report.ts";
import {
  deliveries,
  type Extent,
  type Finding,
  idle,
  latency,
  type Measure,
  page,
  writes,
} from "./measures.ts";
import { startBare, startMeridian, type Subject } from "./subjects.ts";

const measures: Record<string, Measure> = { writes, deliveries, latency, page };

/** How often a round, where not once. A page costs little but the processor, whose speed changes within seconds. */
const turns: Record<string, number> = { page: 3 };

/** What each measure found of each subject, a round after the other. */
export type Findings = Record<string, Record<Subject["name"], Finding[]>>;

/** Meridian beside the two bare baselines, in turn. */
export async function measureLoad(quick: boolean): Promise<Part> {
  const extent: Extent = quick ? { seconds: 3, rounds: 1 } : { seconds: 6, rounds: 3 };
  const findings: Findings = {};
  const { subject: meridian, mongodUri } = await startMeridian();
  const subjects = [await startBare(undefined), await startBare(mongodUri), meridian];
  try {
    findings["idle"] = { plain: [], insert: [], meridian: [] };
    for (const subject of subjects) {
      process.stderr.write(`load: idle connections, ${subject.name}\n`);
      findings["idle"][subject.name].push(await idle(subject, extent));
    }
    for (const subject of subjects) {
      process.stderr.write(`load: warming up ${subject.name}\n`);
      // until their code is compiled as it will stay
      await writes(subject, { ...extent, seconds: 10 });
    }
    for (let round = 0; round < extent.rounds; round += 1) {
      for (const subject of subjects) await subject.signInAgain();
      for (const [name, measure] of Object.entries(measures)) {
        const row = (findings[name] ??= { plain: [], insert: [], meridian: [] });
        for (let turn = 0; turn < (quick ? 1 : (turns[name] ?? 1)); turn += 1) {
          // whoever comes first in one round comes last in another
          const order = subjects.map((_, at) => subjects[(at + round + turn) % subjects.length]!);
          for (const subject of order) {
            process.stderr.write(`load: round ${round + 1} of ${extent.rounds}, ${name}, ${subject.name}\n`);
            row[subject.name].push(await measure(subject, extent));
          }
        }
      }
    }
  } finally {
    for (const subject of subjects) await subject.stop();
  }
  return { table: printed(findings), faults: faultsIn(findings) };
}
