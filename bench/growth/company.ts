import {
  charactersInPost,
  charactersInReply,
  Draw,
  repliesPerThread,
  secondsBetween,
  shareUnanswered,
  shareWithHashtag,
  shareWithMention,
} from "./shapes.ts";

/** How large a company is. */
export interface Size {
  /** With replies. */
  posts: number;
  people: number;
}

export const channels = 200;
/** One in seven channels is private. */
const isPrivate = (channel: number) => channel % 7 === 3;
const cities = ["London", "Paris", "Berlin", "New York", "Vancouver", "Sydney"];
const postsPerDay = 550;
const words =
  "the release goes out on Thursday once Berlin has looked at the last three tickets and nobody minds if we wait for Sydney because most of what matters here is that it works for people who read it in their morning while others sleep".split(
    " ",
  );

export const nameOf = (person: number) => `person.${String(person).padStart(4, "0")}`;
export const emailOf = (person: number) => `${nameOf(person)}@company.example`;
export const channelName = (channel: number) => `channel-${String(channel).padStart(3, "0")}`;
export const hashtags = Array.from({ length: 400 }, (_, at) => `topic${at}`);

interface Written {
  user: string;
  message: string;
  create_at: number;
}

/**
 * A company in 200 channels as lines of Mattermost's bulk-import format, the last of
 * its posts an hour before `until` (milliseconds since 1970): the same each time, and whatever the number as dense in time.
 * A line at a time: it never holds more than a thread.
 */
export function* companyOf({ posts, people }: Size, until: number): Generator<string> {
  const everybody = Array.from({ length: people }, (_, at) => nameOf(at));
  const draw = new Draw(7);
  const members: string[][] = Array.from({ length: channels }, () => []);
  const line = (type: string, value: unknown) => JSON.stringify({ type, [type]: value });
  yield line("version", 1);
  yield line("team", { name: "company", display_name: "Company", type: "O" });
  for (let channel = 0; channel < channels; channel += 1) {
    const name = channelName(channel);
    yield line("channel", {
      team: "company",
      name,
      display_name: name,
      type: isPrivate(channel) ? "P" : "O",
    });
  }
  const all = members.map((_, channel) => channel);
  for (let person = 0; person < people; person += 1) {
    const joined = new Set(Array.from({ length: 4 + draw.below(40) }, () => draw.favourite(all)));
    for (const channel of joined) members[channel]!.push(nameOf(person));
    yield line("user", {
      username: nameOf(person),
      email: emailOf(person),
      first_name: "Person",
      last_name: String(person).padStart(4, "0"),
      position: cities[person % cities.length],
      teams: [{ name: "company", channels: [...joined].map((channel) => ({ name: channelName(channel) })) }],
    });
  }

  const end = until - 3_600_000;
  const start = end - (posts / postsPerDay) * 86_400_000;
  for (let written = 0; written < posts;) {
    const channel = draw.favourite(all);
    const begun = Math.floor(start + (written / posts) * (end - start));
    const write = (at: number, lengths: readonly number[]): Written => ({
      user: draw.favourite(members[channel]!),
      message: textOf(draw, everybody, Math.ceil(draw.from(lengths))),
      create_at: at,
    });
    const root = write(begun, charactersInPost);
    const wanted = Math.min(repliesOf(draw), posts - written - 1);
    const replies: Written[] = [];
    for (let at = begun; replies.length < wanted;) {
      // what would have been written after the end is written at the end
      at = Math.min(end, at + Math.ceil(draw.from(secondsBetween) * 1_000));
      replies.push(write(at, charactersInReply));
    }
    written += 1 + replies.length;
    yield line("post", { team: "company", channel: channelName(channel), ...root, replies });
  }
}

const repliesOf = (draw: Draw) =>
  draw.next() < shareUnanswered ? 0 : Math.round(draw.from(repliesPerThread));

function textOf(draw: Draw, everybody: string[], characters: number): string {
  const extra: string[] = [];
  if (draw.next() < shareWithMention) extra.push(`@${draw.favourite(everybody)}`);
  if (draw.next() < shareWithHashtag) extra.push(`#${draw.favourite(hashtags)}`);
  let text = extra.join(" ");
  for (let at = draw.below(words.length); text.length < characters; at += 1) {
    text += `${text && " "}${words[at % words.length]!}`;
  }
  return text;
}
