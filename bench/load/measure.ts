import { besideOf, faultsIn, type Part, printed } from "../report.ts";
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

const measures = { idle, writes, deliveries, latency, page } satisfies Record<string, Measure>;
type MeasureName = keyof typeof measures;

/** What a round consists of, and how often. A page costs little but the processor, whose speed changes within seconds. */
const round: [MeasureName, turns: number][] = [
  ["writes", 1],
  ["deliveries", 1],
  ["latency", 1],
  ["page", 3],
];

const whole: Extent = { seconds: 6, rounds: 3, warming: 10, listeners: 1_000, idle: 2_000 };
const short: Extent = { seconds: 1.5, rounds: 1, warming: 2, listeners: 200, idle: 200 };

/** What each measure found of each subject, a round after the other. */
export type Findings = Record<string, Record<Subject["name"], Finding[]>>;

/** Meridian beside the two bare baselines, in turn; a quick run beside the one that a ratio needs. */
export async function measureLoad(quick: boolean): Promise<Part> {
  const extent = quick ? short : whole;
  const findings: Findings = {};
  const { subject: meridian, mongodUri } = await startMeridian();
  const subjects = [await startBare(undefined), await startBare(mongodUri), meridian];
  const measureAll = async (name: MeasureName, turn: number) => {
    const row = (findings[name] ??= { plain: [], insert: [], meridian: [] });
    const wanted = subjects.filter((one) => !quick || one === meridian || one.name === besideOf(name));
    // whoever comes first in one round comes last in another
    for (const subject of wanted.map((_, at) => wanted[(at + turn) % wanted.length]!)) {
      process.stderr.write(`load: ${name}, ${subject.name}\n`);
      row[subject.name].push(await measures[name](subject, extent));
    }
  };
  try {
    await measureAll("idle", 0);
    process.stderr.write("load: warming up\n");
    for (const subject of subjects) await writes(subject, { ...extent, seconds: extent.warming });
    for (let number = 0; number < extent.rounds; number += 1) {
      process.stderr.write(`load: round ${number + 1} of ${extent.rounds}\n`);
      for (const subject of subjects) await subject.signInAgain();
      for (const [name, turns] of round)
        for (let turn = 0; turn < (quick ? 1 : turns); turn += 1) await measureAll(name, number + turn);
    }
  } finally {
    for (const subject of subjects) await subject.stop();
  }
  return { table: printed(findings, extent), faults: faultsIn(findings) };
}
