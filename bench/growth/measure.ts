import { setTimeout as sleep } from "node:timers/promises";
import type { Part } from "../report.ts";
import { usageOf } from "../usage.ts";
import { type Grown, grow } from "./grown.ts";
import { answerOf, pageLengthsOf, type Read, readsOf } from "./reads.ts";

/** Posts of the small company and of the large one, people of both and those who read; reads of each kind of each, after so many that fill memories. */
const whole = { few: 10_000, many: 1_000_000, people: 4_000, readers: 8, counted: 304 };
const short = { few: 10_000, many: 20_000, people: 200, readers: 2, counted: 24 };
const warming = 16;

/** The same reads of a small company and of a large one, in turn. */
export async function measureGrowth(quick: boolean): Promise<Part> {
  const { few, many, people, readers, counted } = quick ? short : whole;
  process.stderr.write(`growth: a company of ${few} posts\n`);
  const small = await grow({ posts: few, people }, readers);
  try {
    process.stderr.write(`growth: a company of ${many} posts\n`);
    const large = await grow({ posts: many, people }, readers);
    try {
      return await compared([small, few], [large, many], counted);
    } finally {
      await large.stop();
    }
  } finally {
    await small.stop();
  }
}

async function compared(
  [small, few]: [Grown, number],
  [large, many]: [Grown, number],
  counted: number,
): Promise<Part> {
  const lengths = await pageLengthsOf(small);
  const [ofSmall, ofLarge] = [await readsOf(small, lengths), await readsOf(large, lengths)];
  const memory = (grown: Grown) => usageOf(grown.server.pid).residentBytes / 1e6;
  const rows: string[] = [];
  const faults: string[] = [];
  for (const [at, read] of ofSmall.entries()) {
    process.stderr.write(`growth: ${read.name}\n`);
    const times: [number[], number[]] = [[], []];
    for (let turn = 0; turn < warming + counted; turn += 1) {
      const taken = [await timed(small, read, turn), await timed(large, ofLarge[at]!, turn)] as const;
      if (turn >= warming) taken.forEach((milliseconds, of) => times[of]!.push(milliseconds));
    }
    const [before, after] = [p95(times[0]), p95(times[1])];
    rows.push(
      `| ${read.name} | ${before.toFixed(1)} | ${after.toFixed(1)} | ${(after / before).toFixed(2)} × |`,
    );
  }
  // what reading leaves behind is collected when there is time
  await sleep(2_000);
  const number = (value: number) => value.toLocaleString("en");
  const table = [
    `| p95, ms, one call at a time | ${number(few)} posts | ${number(many)} posts | ratio |`,
    "| --- | --- | --- | --- |",
    ...rows,
    `| memory of the server afterwards, MB | ${memory(small).toFixed(0)} | ${memory(large).toFixed(0)} | ${(memory(large) / memory(small)).toFixed(2)} × |`,
    `| made and taken in, s | ${small.seconds.toFixed(0)} | ${large.seconds.toFixed(0)} | |`,
    `| \`main.js\` until it is ready, s | ${small.secondsToStart.toFixed(1)} | ${large.secondsToStart.toFixed(1)} | |`,
  ];
  return { table: table.join("\n"), faults };
}

async function timed(grown: Grown, read: Read, turn: number): Promise<number> {
  const reader = grown.readers[turn % grown.readers.length]!;
  const begun = performance.now();
  await answerOf(grown, reader, read.path(reader));
  return performance.now() - begun;
}

const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)]!;
