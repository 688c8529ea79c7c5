/** What an import did, and what it could not take. */
export class Report {
  lines = 0;
  readonly added = { offices: 0, channels: 0, people: 0, posts: 0, replies: 0, reactions: 0 };
  readonly there = { channels: 0, people: 0, posts: 0, replies: 0 };
  refused = 0;
  readonly #begun = performance.now();
  #spoke = this.#begun;

  constructor(
    /** Is told of every line that could not be taken. */
    private readonly complain: (text: string) => void,
    private readonly progress: (text: string) => void,
  ) {}

  refuse(line: number, reason: string): void {
    this.refused += 1;
    this.complain(`line ${line}: ${reason}`);
  }

  get seconds(): number {
    return (performance.now() - this.#begun) / 1_000;
  }

  /** Says how far it is, once a second. */
  tick(): void {
    if (performance.now() - this.#spoke < 1_000) return;
    this.#spoke = performance.now();
    const { posts, replies } = this.added;
    this.progress(`${this.lines} lines, ${posts + replies} posts and replies, ${this.seconds.toFixed(0)} s`);
  }

  summary(): string[] {
    const { added, there } = this;
    return [
      `Read ${this.lines} lines in ${this.seconds.toFixed(1)} s.`,
      `Added: ${added.offices} offices, ${added.channels} channels, ${added.people} people, ` +
        `${added.posts} posts, ${added.replies} replies, ${added.reactions} reactions.`,
      `There already: ${there.channels} channels, ${there.people} people, ${there.posts} posts, ${there.replies} replies.`,
      this.refused === 0
        ? "Everything was taken."
        : `Not taken: ${this.refused}, each named above with its line.`,
    ];
  }
}
