import { Types } from "mongoose";
import { channelSlug, slugOf } from "../../channels/actions.ts";
import type { StoredChannel, StoredMembership } from "../../channels/model.ts";
import type { StoredOffice } from "../../offices/model.ts";
import { type StoredPerson, wordsOf } from "../../people/model.ts";
import { officeAbout, themes } from "./channels.ts";
import { OfficeHours } from "./hours.ts";
import { offices as places } from "./offices.ts";
import { adminHandle, characters } from "./people.ts";
import type { Random } from "./random.ts";
import type { Cast } from "./threads.ts";

const day = 86_400_000;

/** The company before anybody has written a word. `since` is when writing begins, `until` the end of the last week. */
export function castOf(random: Random, since: number, until: number): Cast {
  const id = () => new Types.ObjectId(random.hex(24));
  const founded = new Date(since - 400 * day);
  const channels = new Map<string, StoredChannel>();
  const open = (
    channel: Pick<StoredChannel, "slug" | "name" | "about" | "kind" | "private" | "officeId">,
  ) => {
    const _id = id();
    const opened = {
      _id,
      rev: 1,
      archived: false,
      createdBy: null,
      ownerIds: [],
      createdAt: founded,
      ...channel,
      slug: channelSlug({ _id, ...channel }),
    };
    channels.set(channel.slug, opened);
    return opened;
  };

  const offices = places.map((place): StoredOffice => {
    const [_id, slug] = [id(), slugOf(place.city)];
    const about = officeAbout[place.city] ?? "";
    const channel = open({ slug, name: place.city, about, kind: "office", private: false, officeId: _id });
    return { _id, rev: 1, slug, ...place, channelId: channel._id };
  });
  for (const { followed: _, ...theme } of themes) open({ ...theme, officeId: null });

  const leading = new Set<string>();
  const people = characters.map(({ city, skills, ...character }): StoredPerson => {
    const office = offices.find((one) => one.city === city)!;
    const leads = leading.has(city) ? [] : [office._id];
    leading.add(city);
    const person = {
      ...character,
      _id: id(),
      rev: 1,
      email: `${character.handle}@kittiwake.example`,
      words: [],
      skills: skills.map((skill) => skill.toLowerCase()),
      officeId: office._id,
      zone: null,
      avatar: null,
      role: character.handle === adminHandle ? "admin" : "staff",
      leads,
      language: null,
      passwordHash: null,
      suspended: null,
      leftAt: null,
      frozen: null,
      mentionsReadAt: founded,
      joinedAt: new Date(since - random.int(20, 1_500) * day),
    } satisfies StoredPerson;
    return { ...person, words: wordsOf(person) };
  });

  const followers = new Map<string, StoredPerson[]>();
  for (const office of offices) {
    followers.set(
      office.slug,
      people.filter(
        (person) => person.officeId.equals(office._id) || person.role === "admin" || random.chance(0.06),
      ),
    );
  }
  for (const { slug, followed } of themes) {
    // the admin, whose eyes the visitor borrows, follows every topic
    const follows = (person: StoredPerson) => person.role === "admin" || random.chance(followed(person));
    followers.set(slug, people.filter(follows));
  }

  return {
    offices,
    people,
    channels,
    followers,
    hours: new Map(
      offices.map((office) => [String(office._id), new OfficeHours(office, since, until + 21 * day)]),
    ),
    names: {
      people: new Map(people.map((person) => [person.handle, String(person._id)])),
      offices: new Map(offices.map((office) => [office.slug, String(office._id)])),
    },
  };
}

/** Everybody has read up to some moment of their last working days, the admin up to the evening before their last. */
export function membershipsOf(cast: Cast, now: number, random: Random): StoredMembership[] {
  const seen = new Map<StoredPerson, number>();
  for (const person of cast.people) {
    const hours = cast.hours.get(String(person.officeId))!;
    const evening = hours.lastBefore(now - (now % day));
    const before = person.role === "admin" ? evening - day / 2 : now - random.int(0, 40) * 3_600_000;
    const last = hours.lastBefore(before);
    seen.set(person, last);
    person.mentionsReadAt = new Date(last - 20 * 3_600_000);
  }
  return [...cast.followers].flatMap(([slug, people]) => {
    const channel = cast.channels.get(slug)!;
    return people.map((person) => ({
      _id: new Types.ObjectId(random.hex(24)),
      rev: 1,
      channelId: channel._id,
      personId: person._id,
      private: channel.private,
      following: true,
      muted: person.role !== "admin" && random.chance(0.03),
      lastReadAt: new Date(seen.get(person)! - (random.chance(0.25) ? random.int(1, 60) * 3_600_000 : 0)),
    }));
  });
}
