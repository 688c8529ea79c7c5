import type { Frame, LiveEvent, LiveMessages } from "@meridian/shared/events";
import type { Post, PostPage } from "@meridian/shared/posts";
import type { Colleague } from "../../e2e/company.ts";
import { io, type Socket } from "socket.io-client";
import type { Ledger } from "./ledger.ts";

export interface ReaderOptions {
  name: string;
  who: Pick<Colleague, "token">;
  channelId: string;
  /** Addresses of the nodes: where one doesn't answer, the next is asked. */
  urls: string[];
  ledger: Ledger;
  /** Where everything is fetched anew; otherwise the address that is connected to. */
  cursor?: string;
}

/**
 * Somebody who reads one channel, by the rules of the client: it resumes from the `from` of the newest frame, fetches anew
 * when told to, and of each post keeps the newest `rev`.
 */
export class Reader {
  readonly screen = new Map<string, number>();
  readonly heardAt = new Map<string, number>();
  cursor: string | undefined;
  state: "lost" | "live" = "lost";
  readonly counts = { readies: 0, resyncs: 0, refused: 0 };
  #socket: Socket<LiveMessages> | undefined;
  #connection = 0;
  #turn = 0;
  #closed = false;
  #fetching: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: ReaderOptions) {
    this.cursor = options.cursor;
    this.#connect();
  }

  /** The connection is gone from this end, and comes back so many milliseconds later. */
  drop(millis: number): void {
    this.#leave();
    this.#timer = setTimeout(() => this.#connect(), millis);
  }

  close(): void {
    this.#closed = true;
    this.#leave();
  }

  /** Once whatever is being fetched is there. */
  async settled(): Promise<void> {
    await this.#fetching;
  }

  #leave(): void {
    clearTimeout(this.#timer);
    this.state = "lost";
    this.#socket?.removeAllListeners().disconnect();
  }

  #again(): void {
    if (this.#closed) return;
    this.#leave();
    this.#turn += 1;
    this.#timer = setTimeout(() => this.#connect(), 100 + Math.random() * 900);
  }

  #connect(): void {
    const { urls, who, ledger, name } = this.options;
    const url = urls[this.#turn % urls.length]!;
    const connection = (this.#connection += 1);
    const socket: Socket<LiveMessages> = io(url, {
      transports: ["websocket"],
      reconnection: false,
      forceNew: true,
      timeout: 5_000,
      auth: { token: who.token, ...(this.cursor && { cursor: this.cursor }) },
    });
    this.#socket = socket;
    socket.on("events", (frame: Frame) => {
      for (const event of frame.events) this.#hear(event, connection, ledger, name);
      this.cursor = frame.from;
    });
    socket.on("live:ready", ({ position }) => {
      this.counts.readies += 1;
      this.cursor = position;
      this.state = "live";
    });
    socket.on("live:resync", ({ position }) => {
      this.counts.resyncs += 1;
      this.cursor = position;
      this.#fetching = this.#fetch(url).then(
        () => void (this.state = "live"),
        // what can't be read now is asked for again at the next connection
        () => {
          this.cursor = undefined;
          this.#again();
        },
      );
    });
    socket.on("disconnect", () => this.#again());
    socket.on("connect_error", ({ message }) => {
      if (message === "unauthenticated") this.counts.refused += 1;
      this.#again();
    });
  }

  #hear({ type, data, cursor }: LiveEvent, connection: number, ledger: Ledger, reader: string): void {
    if (type !== "post:created" && type !== "post:changed" && type !== "post:removed") return;
    const { id, rev } = data;
    ledger.write({ kind: "received", reader, connection, type, id, rev, cursor });
    if (!this.heardAt.has(id)) this.heardAt.set(id, Date.now());
    if (type === "post:removed") this.screen.delete(id);
    else if ((this.screen.get(id) ?? 0) < rev) this.screen.set(id, rev);
  }

  async #fetch(url: string): Promise<void> {
    const { who, channelId, ledger, name } = this.options;
    const ids: string[] = [];
    for (const post of await wholeStream(url, who.token, channelId)) {
      ids.push(post.id);
      if ((this.screen.get(post.id) ?? 0) < post.rev) this.screen.set(post.id, post.rev);
    }
    ledger.write({ kind: "fetched", reader: name, ids });
  }
}

/** Every post of a channel as a fresh login would see it, newest first. */
export async function wholeStream(url: string, token: string, channelId: string): Promise<Post[]> {
  const posts: Post[] = [];
  let before: string | null = "";
  while (before !== null) {
    const page = await readPage(url, token, channelId, 100, before);
    posts.push(...page.posts);
    before = page.next;
  }
  return posts;
}

/** A channel's newest posts as one page. */
export const newestPosts = async (url: string, token: string, channelId: string, limit: number) =>
  (await readPage(url, token, channelId, limit, "")).posts;

async function readPage(url: string, token: string, channelId: string, limit: number, before: string) {
  const query = `limit=${limit}${before && `&before=${encodeURIComponent(before)}`}`;
  const response = await fetch(`${url}/api/channels/${channelId}/posts?${query}`, {
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`a page answers ${response.status}`);
  return (await response.json()) as PostPage;
}
