import { type QueryFilter, Types } from "mongoose";
import { ChannelModel, everyone, MembershipModel, type StoredChannel } from "../channels/model.ts";
import { clock } from "../clock.ts";
import type { StoredOffice } from "../offices/model.ts";
import { PersonModel, type StoredPerson, wordsOf } from "../people/model.ts";
import type { Names } from "../posts/text.ts";
import type { Channels } from "./channels.ts";
import { cleanLine, handleFrom } from "./clean.ts";
import type { Report } from "./report.ts";
import type { UserLine } from "./shapes.ts";

export type Author = Pick<StoredPerson, "_id" | "officeId">;

interface Place {
  offices: StoredOffice[];
  fallback: StoredOffice | undefined;
}

/** The people of the file by their user names, as ours. Whoever has the same e-mail address is the same person. */
export class People {
  /** Whom an @name in a message means. */
  readonly names: Names & { people: Map<string, string> };
  readonly #byUsername = new Map<string, Author>();
  readonly #byEmail = new Map<string, Author>();
  readonly #handles: Set<string>;
  #coming: StoredPerson[] = [];
  #joining: { person: Author; channel: StoredChannel }[] = [];
  #first: StoredChannel[] = [];

  constructor(
    private readonly place: Place,
    private readonly channels: Channels,
    private readonly report: Report,
  ) {
    this.names = {
      people: new Map(),
      offices: new Map(place.offices.map(({ slug, _id }) => [slug, String(_id)])),
    };
    this.#handles = new Set(place.offices.map(({ slug }) => slug));
  }

  /** Learns who is here already. */
  async open(): Promise<void> {
    const known = PersonModel.find().select("email handle officeId").lean<StoredPerson[]>().cursor();
    for await (const person of known) {
      this.#byEmail.set(person.email, person);
      this.#handles.add(person.handle);
      this.names.people.set(person.handle, String(person._id));
    }
    const everybodys: QueryFilter<StoredChannel> = {
      $or: [{ kind: "office" }, { kind: "announcements" }, { slug: everyone }],
      private: false,
    };
    this.#first = await ChannelModel.find(everybodys).lean<StoredChannel[]>();
  }

  named(username: string): Author | undefined {
    return this.#byUsername.get(username.toLowerCase());
  }

  /** Takes a person; throws with the reason when they can't be taken. */
  take(user: UserLine): void {
    const existing = this.#byEmail.get(user.email);
    if (existing) this.report.there.people += 1;
    const person = existing ?? this.#make(user);
    const username = user.username.toLowerCase();
    this.#byUsername.set(username, person);
    this.#byEmail.set(user.email, person);
    this.names.people.set(username, String(person._id));
    const named = (user.teams ?? []).flatMap((team) => team.channels ?? []);
    for (const { name } of named) {
      const channel = this.channels.named(name);
      if (channel) this.#joining.push({ person, channel });
    }
    if (existing) return;
    for (const channel of this.#first) {
      if (channel.officeId && !channel.officeId.equals(person.officeId)) continue;
      this.#joining.push({ person, channel });
    }
  }

  #make(user: UserLine): StoredPerson {
    const position = cleanLine(user.position, 100);
    const office = this.place.offices.find(({ city }) => city.toLowerCase() === position.toLowerCase());
    const officeId = (office ?? this.place.fallback)?._id;
    if (!officeId) {
      throw new Error(
        `no office: the position "${position}" is not the city of one. --office CITY says where to`,
      );
    }
    const full = cleanLine(`${user.first_name ?? ""} ${user.last_name ?? ""}`, 80);
    const now = clock.now();
    const person = {
      _id: new Types.ObjectId(),
      rev: 1,
      email: user.email,
      handle: this.#freeHandle(user.username),
      name: full || cleanLine(user.nickname, 80) || cleanLine(user.username, 80),
      words: [],
      officeId,
      zone: null,
      job: office ? "" : position,
      skills: [],
      about: "",
      avatar: null,
      role: /(^|\s)system_admin(\s|$)/.test(user.roles ?? "") ? "admin" : "staff",
      leads: [],
      language: null,
      passwordHash: null,
      suspended: null,
      leftAt: user.delete_at ? new Date(user.delete_at) : null,
      frozen: null,
      mentionsReadAt: now,
      joinedAt: now,
    } satisfies StoredPerson;
    const whole: StoredPerson = { ...person, words: wordsOf(person) };
    this.#coming.push(whole);
    return whole;
  }

  #freeHandle(username: string): string {
    let handle = handleFrom(username);
    for (let count = 2; this.#handles.has(handle); count += 1)
      handle = `${handleFrom(username, 34)}-${count}`;
    this.#handles.add(handle);
    return handle;
  }

  get waiting(): number {
    return this.#coming.length + this.#joining.length;
  }

  /** Writes down whoever was taken since the last time. How far somebody had read is never moved. */
  async flush(): Promise<void> {
    const [coming, joining] = [this.#coming, this.#joining];
    [this.#coming, this.#joining] = [[], []];
    if (coming.length > 0) await PersonModel.insertMany(coming, { lean: true });
    this.report.added.people += coming.length;
    if (joining.length === 0) return;
    const lastReadAt = clock.now();
    await MembershipModel.bulkWrite(
      joining.map(({ person, channel }) => ({
        updateOne: {
          filter: { personId: person._id, channelId: channel._id },
          update: {
            $setOnInsert: { private: channel.private, following: true, muted: false, lastReadAt, rev: 1 },
          },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  }
}
