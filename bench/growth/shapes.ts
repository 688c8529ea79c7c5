/**
 * How real threads are shaped: values at equal steps of the distribution (the first is the smallest, the last the largest), read off
 * 568 conversations of a community with 536 writers and 8,295 replies.
 */
export const repliesPerThread = [0, 2, 3, 4, 6, 8, 10, 14, 20, 30, 263];
export const charactersInPost = [7, 127, 202, 284, 356, 465, 556, 776, 997, 1_501, 5_027];
export const charactersInReply = [1, 28, 46, 64, 84, 108, 138, 183, 257, 417, 4_000];
/** Seconds between a reply and what stands before it; threads that slept for months are cut at a week. */
export const secondsBetween = [
  1, 7, 13, 20, 27, 35, 45, 56, 72, 93, 119, 160, 221, 316, 488, 803, 1_391, 3_140, 9_019, 41_884, 604_800,
];
/** Those were conversations, each with an answer; most updates of a microblog stand alone. */
export const shareUnanswered = 2 / 3;
/** So many of all texts name a person, or have a hashtag. */
export const shareWithMention = 0.14;
export const shareWithHashtag = 0.087;

/** The same numbers each time, from 0 to below 1 (mulberry32, public domain). */
export class Draw {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  /** One of them, the first far more often than the last: as few people write most of what is written. */
  favourite<Thing>(things: readonly Thing[]): Thing {
    return things[Math.floor(things.length * this.next() ** 3)]!;
  }

  /** A value of a distribution given by its values at equal steps; between two of them evenly. */
  from(steps: readonly number[]): number {
    const place = this.next() * (steps.length - 1);
    const at = Math.floor(place);
    return steps[at]! + (place - at) * (steps[at + 1]! - steps[at]!);
  }
}
