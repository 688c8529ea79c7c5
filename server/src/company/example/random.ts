/** Chance that comes out the same each time, from one number on (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0, less than 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(choices: readonly T[]): T {
    const chosen = choices[this.int(0, choices.length - 1)];
    if (chosen === undefined) throw new Error("There is nothing to pick from.");
    return chosen;
  }

  shuffled<T>(values: readonly T[]): T[] {
    return values
      .map((value) => ({ value, place: this.next() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ value }) => value);
  }

  /** Digits of an id. */
  hex(length: number): string {
    let digits = "";
    while (digits.length < length) digits += Math.floor(this.next() * 16).toString(16);
    return digits;
  }
}

/** Cards that are all dealt before any comes again. */
export class Deck<T> {
  #left: T[] = [];

  constructor(
    private readonly cards: readonly T[],
    private readonly random: Random,
  ) {}

  deal(): T {
    if (this.#left.length === 0) this.#left = this.random.shuffled(this.cards);
    const card = this.#left.pop();
    if (card === undefined) throw new Error("There is nothing to deal.");
    return card;
  }
}
