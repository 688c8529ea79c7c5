// Every post of a load carries its number and when it was due, by a clock that all processes of one machine share.

const length = 200;

export interface Stamp {
  number: number;
  /** Milliseconds of the monotonic clock. */
  due: number;
}

/** Milliseconds of CLOCK_MONOTONIC, the same in every process of this machine. */
export const monotonic = (): number => Number(process.hrtime.bigint()) / 1e6;

/** A body of 200 bytes. */
export const stamped = ({ number, due }: Stamp): string =>
  `post ${number} due ${due.toFixed(3)} `.padEnd(length, "some words ");

export function stampIn(body: string): Stamp | undefined {
  const found = /^post (\d+) due ([\d.]+) /.exec(body);
  return found ? { number: Number(found[1]), due: Number(found[2]) } : undefined;
}
