import type { Random } from "./random.ts";

export interface Trial {
  random: Random;
  /** The small version: the same faults, fewer of them. */
  quick: boolean;
  /** Tells the person at the terminal how far it is. */
  note: (text: string) => void;
}

export interface Verdict {
  /** What was counted, in words. */
  figure: string;
  /** What must not have happened and did; empty: the promise was kept. */
  faults: string[];
}

export interface Check {
  id: string;
  promise: string;
  /** It measures what the machine does too: nothing else may run beside it, or beside its long version. Those that always run alone are not in `npm test`. */
  alone?: "always" | "long";
  run: (trial: Trial) => Promise<Verdict>;
}

/** "3 lost", for each count that isn't 0. */
export const counted = (counts: Record<string, number>): string[] =>
  Object.entries(counts).flatMap(([what, count]) => (count === 0 ? [] : `${count} ${what}`));

/** The value below which so much of them lies, 0 when there are none. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
