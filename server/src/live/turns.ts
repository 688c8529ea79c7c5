/** So many come in at once; of those who wait a sixth each second, but at least `least` and at most `most` every `between` milliseconds. */
const pace = { atOnce: 20, between: 50, share: 50 / 6_000, least: 4, most: 20 };

interface Waiting {
  stillThere: () => boolean;
  comeIn: () => void;
}

/**
 * Who arrives comes in, and where many do, one after the other: when a node is gone, everybody it had comes to the others within a
 * second, and each of them may ask for everything anew.
 */
export class Turns {
  #waiting: Waiting[] = [];
  #free = pace.atOnce;
  #timer: NodeJS.Timeout | undefined;

  /** Resolves when it is somebody's turn. Who has left meanwhile has none. */
  turn(stillThere: () => boolean): Promise<void> {
    this.#timer ??= setInterval(() => this.#step(), pace.between).unref();
    return new Promise((comeIn) => {
      this.#waiting.push({ stillThere, comeIn });
      this.#letIn();
    });
  }

  #step(): void {
    this.#waiting = this.#waiting.filter(({ stillThere }) => stillThere());
    const share = Math.ceil(this.#waiting.length * pace.share);
    this.#free = Math.min(this.#free + Math.min(Math.max(share, pace.least), pace.most), pace.atOnce);
    this.#letIn();
    if (this.#free < pace.atOnce) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #letIn(): void {
    const next = this.#waiting.splice(0, this.#free);
    this.#free -= next.length;
    next.forEach(({ comeIn }) => comeIn());
  }
}
