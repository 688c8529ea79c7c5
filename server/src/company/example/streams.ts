import type { StoredPerson } from "../../people/model.ts";
import type { Talk } from "./talk.ts";
import { engineering, repliesEngineering } from "./texts/engineering.ts";
import { engineeringFrench, officeFrench, repliesFrench } from "./texts/french.ts";
import { engineeringGerman, officeGerman, repliesGerman } from "./texts/german.ts";
import { announcements, askAnything, books, everyone, kitchen, running } from "./texts/life.ts";
import { officeEnglish, repliesEnglish } from "./texts/officeEnglish.ts";
import { customers, design, kudos, leads } from "./texts/work.ts";

export type Tongue = "en" | "fr" | "de";

/** What is written in one channel, how often, and by whom. */
export interface Stream {
  slug: string;
  perWeek: number;
  tongue: Tongue;
  talks: Talk[];
  /** Answers that fit anything in this channel. */
  replies: string[];
  emoji: string[];
  writers?: (person: StoredPerson) => boolean;
  /** City of those who write in it, where only they do. */
  city?: string;
  /** Another channel that some of its posts go to as well. */
  also?: string;
}

const liked = ["👍", "❤️", "😂", "👀", "🙏", "✅"];
const cheered = ["👏", "🎉", "❤️", "🙌", "🥳"];
const eaten = ["😋", "❤️", "🔥", "😂", "🍅"];
const shared = { tongue: "en", replies: repliesEnglish } as const;
const technical = [...repliesEngineering, ...repliesEnglish];
const mayAnnounce = (person: StoredPerson) => person.role === "admin" || person.leads.length > 0;

const office = { talks: officeEnglish, emoji: liked, ...shared };

export const streams: Stream[] = [
  { ...office, slug: "london", city: "London", perWeek: 5 },
  { ...office, slug: "new-york", city: "New York", perWeek: 5 },
  { ...office, slug: "vancouver", city: "Vancouver", perWeek: 4 },
  { ...office, slug: "sydney", city: "Sydney", perWeek: 4 },
  {
    slug: "paris",
    city: "Paris",
    perWeek: 6,
    tongue: "fr",
    talks: officeFrench,
    replies: repliesFrench,
    emoji: liked,
  },
  {
    slug: "berlin",
    city: "Berlin",
    perWeek: 6,
    tongue: "de",
    talks: officeGerman,
    replies: repliesGerman,
    emoji: liked,
  },
  { ...shared, slug: "engineering", perWeek: 8, talks: engineering, replies: technical, emoji: liked },
  {
    slug: "engineering",
    city: "Paris",
    perWeek: 0.2,
    tongue: "fr",
    talks: engineeringFrench,
    replies: repliesFrench,
    emoji: liked,
  },
  {
    slug: "engineering",
    city: "Berlin",
    perWeek: 0.2,
    tongue: "de",
    talks: engineeringGerman,
    replies: repliesGerman,
    emoji: liked,
  },
  { ...shared, slug: "design", perWeek: 4, talks: design, emoji: liked },
  { ...shared, slug: "customers", perWeek: 6, talks: customers, emoji: cheered, also: "everyone" },
  { ...shared, slug: "kudos", perWeek: 6, talks: kudos, emoji: cheered, also: "everyone" },
  { ...shared, slug: "ask-anything", perWeek: 4, talks: askAnything, emoji: liked, also: "engineering" },
  { ...shared, slug: "kitchen-table", perWeek: 3, talks: kitchen, emoji: eaten },
  { ...shared, slug: "books", perWeek: 1.5, talks: books, emoji: liked },
  { ...shared, slug: "running", perWeek: 1.6, talks: running, emoji: cheered },
  { ...shared, slug: "everyone", perWeek: 1, talks: everyone, emoji: cheered },
  {
    ...shared,
    slug: "announcements",
    perWeek: 1.2,
    talks: announcements,
    emoji: cheered,
    writers: mayAnnounce,
  },
  { ...shared, slug: "leads", perWeek: 1.2, talks: leads, emoji: liked },
];
