import { Types } from "mongoose";
import type { StoredChannel } from "../../channels/model.ts";
import type { StoredOffice } from "../../offices/model.ts";
import type { StoredPerson } from "../../people/model.ts";
import { newPost } from "../../posts/actions.ts";
import type { StoredPost, StoredVersion } from "../../posts/model.ts";
import { type Names, parseText } from "../../posts/text.ts";
import type { OfficeHours } from "./hours.ts";
import { Deck, type Random } from "./random.ts";
import { slotsFor } from "./slots.ts";
import type { Stream } from "./streams.ts";
import { fill } from "./talk.ts";

const minute = 60_000;

/** Everybody and everything that threads are written about. */
export interface Cast {
  offices: StoredOffice[];
  people: StoredPerson[];
  channels: Map<string, StoredChannel>;
  /** Who follows a channel, by its slug. */
  followers: Map<string, StoredPerson[]>;
  hours: Map<string, OfficeHours>;
  names: Names;
}

export interface Written {
  posts: StoredPost[];
  versions: StoredVersion[];
}

/** Writes threads as the people of the cast would, at hours at which they are at work. */
export class Writer {
  readonly written: Written = { posts: [], versions: [] };
  readonly #decks = new Map<Stream, Deck<Stream["talks"][number]>>();
  readonly #company;

  constructor(
    private readonly cast: Cast,
    private readonly random: Random,
  ) {
    this.#company = {
      people: cast.people,
      cities: cast.offices.map(({ city }) => city),
      slugs: new Map(cast.offices.map(({ city, slug }) => [city, slug])),
    };
  }

  /** One thread of a stream in the week that begins at `week`. */
  thread(stream: Stream, week: number): void {
    const { random, cast } = this;
    const followers = cast.followers.get(stream.slug) ?? [];
    const writers = followers.filter(
      (person) => (stream.writers?.(person) ?? true) && (!stream.city || this.#city(person) === stream.city),
    );
    const author = random.pick(writers);
    const at = this.#hours(author).within(week, week + 7 * 24 * 60 * minute, random);
    const deck = this.#decks.get(stream) ?? new Deck(stream.talks, random);
    this.#decks.set(stream, deck);
    const talk = deck.deal();
    const slots = slotsFor(author, this.#city(author), stream.tongue, this.#company, random);
    if (at === undefined) return;

    const slugs = stream.also && random.chance(0.08) ? [stream.slug, stream.also] : [stream.slug];
    const post = this.post(author, slugs, fill(talk.post, slots, random), at);
    this.#react(post, followers, stream.emoji);
    const own = random.chance(0.8) ? talk.replies : talk.replies.slice(0, 1);
    const extra = new Deck(stream.replies, random);
    const more = random.chance(0.3) ? random.int(1, random.chance(0.12) ? 9 : 3) : 0;
    const texts = [...own, ...Array.from({ length: more }, () => extra.deal())];
    this.#replies(post, author, texts, slots, { followers, stream });
  }

  #replies(
    root: StoredPost,
    author: StoredPerson,
    texts: string[],
    slots: Map<string, string>,
    { followers, stream }: { followers: StoredPerson[]; stream: Stream },
  ): void {
    const { random } = this;
    const close = followers.filter((person) => person.officeId.equals(author.officeId) && person !== author);
    const all = followers.filter((person) => person !== author);
    let at = root.createdAt.getTime();
    let last = author;
    const away = all.filter((person) => !person.officeId.equals(author.officeId));
    for (const [place, marked] of texts.entries()) {
      const text = marked.replace(/^[=^]/, "");
      const general = stream.replies.includes(marked) && place > 0 && last !== author && random.chance(0.35);
      const answers = marked.startsWith("=") || general;
      const near = stream.city && close.length > 1 && random.chance(0.85) ? close : all;
      const from = marked.startsWith("^") && away.length > 0 ? away : near;
      const named = [...root.mentions, last._id];
      const free = from.filter((person) => !named.some((id) => id.equals(person._id)));
      const first = place === 0 && random.chance(0.5) && this.#named(root, from);
      const replier = answers ? author : first || random.pick(free.length > 0 ? free : all);
      const delay = random.chance(0.6) ? random.int(2, 25) : random.int(20, 300);
      at = this.#hours(replier).notBefore(at + delay * minute + random.int(0, 59_999), random);
      const filled = fill(text, new Map(slots).set("here", this.#city(replier)), random);
      const reply = this.post(replier, [], filled, at, root);
      if (random.chance(0.22)) this.#react(reply, all, stream.emoji, 3);
      last = replier;
    }
  }

  #named(root: StoredPost, people: StoredPerson[]): StoredPerson | undefined {
    return people.find((person) => root.mentions.some((id) => id.equals(person._id)));
  }

  /** One post, or a reply where `root` is given. */
  post(author: StoredPerson, slugs: string[], body: string, at: number, root?: StoredPost): StoredPost {
    const { random, cast, written } = this;
    const channels = slugs.map((slug) => cast.channels.get(slug)!);
    const seconds = Math.floor(Math.min(at, 4e12) / 1000);
    const _id = new Types.ObjectId(seconds.toString(16).padStart(8, "0") + random.hex(16));
    const meaning = parseText(body, cast.names);
    const post: StoredPost = {
      ...newPost(
        { id: String(author._id), officeId: String(author.officeId) },
        {
          _id,
          key: `example-${written.posts.length}`,
          body,
          channelIds: root?.channelIds ?? channels.map((channel) => channel._id),
          privateTo: root ? root.privateTo : channels[0]!.private ? channels[0]!._id : null,
          threadId: root?.threadId ?? _id,
          isReply: root !== undefined,
          listed: root === undefined,
          text: meaning.text,
          mentions: meaning.mentions.map((id) => new Types.ObjectId(id)),
          hashtags: meaning.hashtags,
        },
      ),
      createdAt: new Date(Math.min(at, 8e15)),
    };
    written.posts.push(post);
    if (random.chance(0.035)) this.#edit(post);
    return post;
  }

  /** Its author had mistyped a word and put it right some minutes later. */
  #edit(post: StoredPost): void {
    const word = /[a-z]{6,}/.exec(post.body)?.[0];
    if (!word) return;
    const typo = `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;
    const body = post.body.replace(word, typo);
    post.editedAt = new Date(post.createdAt.getTime() + this.random.int(1, 9) * minute);
    post.rev += 1;
    this.written.versions.push({
      _id: new Types.ObjectId(this.random.hex(24)),
      postId: post._id,
      body,
      text: parseText(body, this.cast.names).text,
      at: post.createdAt,
    });
  }

  #react(post: StoredPost, readers: StoredPerson[], emoji: string[], most = 12): void {
    const { random } = this;
    if (random.chance(0.35)) return;
    const count = Math.min(most, 1 + Math.floor(random.next() ** 2 * 12));
    const used = random.shuffled(emoji).slice(0, random.int(1, 3));
    for (const person of random.shuffled(readers).slice(0, count)) {
      if (person._id.equals(post.authorId)) continue;
      post.reactions.push({ emoji: random.pick(used), personId: person._id });
    }
  }

  #city(person: StoredPerson): string {
    return this.cast.offices.find((office) => office._id.equals(person.officeId))!.city;
  }

  #hours(person: StoredPerson): OfficeHours {
    return this.cast.hours.get(String(person.officeId))!;
  }
}
