/**
 * The one clock that the server asks. Tests set it to another time; `correct` keeps the nodes of a cluster on the
 * database's clock, so that the order of posts does not depend on one node's clock being right.
 */
class Clock {
  #offset = 0;

  /** Milliseconds since 1970. */
  millis(): number {
    return Date.now() + this.#offset;
  }

  now(): Date {
    return new Date(this.millis());
  }

  /** From now on this clock shows `at` and goes on from there. */
  correct(at: Date): void {
    this.#offset = at.getTime() - Date.now();
  }
}

export const clock = new Clock();
