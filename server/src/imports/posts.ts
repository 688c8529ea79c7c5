import { createHash } from "node:crypto";
import { Types } from "mongoose";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { newPost } from "../posts/actions.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { recountThread } from "../posts/recount.ts";
import { parseText } from "../posts/text.ts";
import type { Channels } from "./channels.ts";
import { emojiNamed } from "./emoji.ts";
import type { People } from "./people.ts";
import type { Report } from "./report.ts";
import { PostLine, ReactionPart, ReplyPart, type WrittenPart, wrongIn } from "./shapes.ts";

const chunk = 1_000;
/** So many first posts are remembered to tell two of one author and one moment apart. */
const remembered = 20_000;

/** Takes threads: keeps their times and authors, and finds what an earlier import brought. */
export class Posts {
  #threads: StoredPost[][] = [];
  #waiting = 0;
  readonly #seen = new Map<string, number>();

  constructor(
    private readonly people: People,
    private readonly channels: Channels,
    private readonly report: Report,
  ) {}

  /** Takes one line's thread; throws with the reason when its first post can't be taken. */
  async take(line: number, given: PostLine): Promise<void> {
    const channel = this.channels.named(given.channel);
    if (!channel) throw new Error(`its channel, ${given.channel}, is not there`);
    const from = `${given.team ?? ""}/${given.channel}`;
    const moment = `${from}/${given.user}/${given.create_at}`;
    const place = (this.#seen.get(moment) ?? -1) + 1;
    this.#seen.set(moment, place);
    if (this.#seen.size > remembered) this.#seen.delete(this.#seen.keys().next().value!);

    const root = this.#write(line, "", given, `${moment}/${place}`, {
      channelIds: [channel._id],
      privateTo: channel.private ? channel._id : null,
    });
    const thread = [root];
    const places = new Map<string, number>();
    for (const [index, part] of (given.replies ?? []).entries()) {
      const where = `reply ${index + 1}: `;
      const parsed = ReplyPart.safeParse(part);
      if (!parsed.success) {
        this.report.refuse(line, where + wrongIn(parsed.error));
        continue;
      }
      const said = `${parsed.data.user}/${parsed.data.create_at}`;
      const nth = (places.get(said) ?? -1) + 1;
      places.set(said, nth);
      try {
        thread.push(this.#write(line, where, parsed.data, `${root.key}/${said}/${nth}`, root));
      } catch (error) {
        this.report.refuse(line, where + reasonIn(error));
      }
    }
    count(thread);
    this.#threads.push(thread);
    this.#waiting += thread.length;
    if (this.#waiting >= chunk) await this.flush();
  }

  #write(
    line: number,
    where: string,
    part: WrittenPart,
    name: string,
    under: Pick<StoredPost, "channelIds" | "privateTo"> & Partial<Pick<StoredPost, "threadId">>,
  ): StoredPost {
    const author = this.people.named(part.user);
    if (!author) throw new Error(`its author, ${part.user}, is not there`);
    const body = part.message.toWellFormed().replaceAll("\0", "");
    if (body.trim() === "") throw new Error("it has no text");
    if (part.create_at > clock.millis()) throw new Error("create_at: is in the future");
    const digest = createHash("sha256").update(name).digest();
    // the same post gets the same id and key each time
    const seconds = Math.floor(part.create_at / 1_000)
      .toString(16)
      .padStart(8, "0");
    const _id = new Types.ObjectId(seconds + digest.toString("hex", 0, 8));
    const meaning = parseText(body, this.people.names);
    return {
      ...newPost(
        { id: String(author._id), officeId: String(author.officeId) },
        {
          _id,
          key: digest.toString("base64url"),
          body,
          channelIds: under.channelIds,
          privateTo: under.privateTo,
          threadId: under.threadId ?? _id,
          isReply: under.threadId !== undefined,
          listed: under.threadId === undefined,
          ...meaning,
          mentions: meaning.mentions.map((id) => new Types.ObjectId(id)),
        },
      ),
      createdAt: new Date(part.create_at),
      editedAt: part.edit_at ? new Date(part.edit_at) : null,
      reactions: this.#reactions(line, where, part.reactions ?? []),
    };
  }

  #reactions(line: number, where: string, parts: unknown[]): StoredPost["reactions"] {
    const taken = new Map<string, { at: number; emoji: string; personId: Types.ObjectId }>();
    for (const part of parts) {
      const parsed = ReactionPart.safeParse(part);
      const person = parsed.success && this.people.named(parsed.data.user);
      const emoji = parsed.success && emojiNamed(parsed.data.emoji_name);
      if (!parsed.success) this.report.refuse(line, `${where}reaction: ${wrongIn(parsed.error)}`);
      else if (!person) this.report.refuse(line, `${where}reaction: ${parsed.data.user} is not there`);
      else if (!emoji)
        this.report.refuse(line, `${where}reaction: :${parsed.data.emoji_name}: has no emoji here`);
      else {
        const at = parsed.data.create_at ?? 0;
        taken.set(`${emoji} ${String(person._id)}`, { at, emoji, personId: person._id });
      }
    }
    const inOrder = [...taken.values()].toSorted((a, b) => a.at - b.at);
    return inOrder.map(({ emoji, personId }) => ({ emoji, personId }));
  }

  /** Writes down what was taken since the last time. */
  async flush(): Promise<void> {
    const threads = this.#threads;
    this.#threads = [];
    this.#waiting = 0;
    const all = threads.flat();
    const found = await PostModel.find({ _id: { $in: all.map((post) => post._id) } })
      .select("_id")
      .lean();
    const there = new Set(found.map((post) => String(post._id)));
    const knownRoots = new Set(threads.map(([root]) => String(root!._id)).filter((id) => there.has(id)));
    const fresh: StoredPost[] = [];
    const grown = new Map<string, Types.ObjectId>();
    for (const post of all) {
      if (there.has(String(post._id))) {
        this.report.there[post.isReply ? "replies" : "posts"] += 1;
        continue;
      }
      // the same line twice in one file
      there.add(String(post._id));
      fresh.push(post);
      if (knownRoots.has(String(post.threadId))) grown.set(String(post.threadId), post.threadId);
      this.report.added[post.isReply ? "replies" : "posts"] += 1;
      this.report.added.reactions += post.reactions.length;
    }
    if (fresh.length > 0) await PostModel.insertMany(fresh, { lean: true });
    for (const threadId of grown.values()) await transaction((session) => recountThread(threadId, session));
  }
}

/** What the first post of a thread says of its replies. */
function count([root, ...replies]: StoredPost[]): void {
  const newest = replies.toSorted(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || String(b._id).localeCompare(String(a._id)),
  );
  root!.replyCount = newest.length;
  root!.lastReplyAt = newest[0]?.createdAt ?? null;
  const authors = new Map(newest.slice(0, 20).map(({ authorId }) => [String(authorId), authorId]));
  root!.repliers = [...authors.values()].slice(0, 3);
}

export const reasonIn = (error: unknown): string => (error instanceof Error ? error.message : String(error));
