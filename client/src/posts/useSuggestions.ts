import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useOffices } from "../offices/queries.ts";
import { completionQuery } from "../people/queries.ts";
import { emojiByName } from "./emojiNames.ts";
import { hashtagsQuery } from "./queries.ts";

export type Suggestion =
  | { kind: "person"; text: string; id: string; name: string; avatar: string | null; officeId: string }
  | { kind: "office"; text: string; city: string }
  | { kind: "hashtag"; text: string; count: number }
  | { kind: "emoji"; text: string; name: string };

const none: Suggestion[] = [];

/** What the word at the cursor may become, the likeliest first. */
export function useSuggestions(word: string): Suggestion[] {
  const sign = word[0];
  const start = word.slice(1).toLowerCase();
  const asked = useSettled(start);
  const offices = useOffices();
  // what fits already stays while the next letter is looked up: Enter takes what is seen
  const whileAsking = { placeholderData: keepPreviousData };
  const people = useQuery({ ...completionQuery(asked), ...whileAsking, enabled: sign === "@" });
  const hashtags = useQuery({ ...hashtagsQuery(asked), ...whileAsking, enabled: sign === "#" });
  if (sign === "@") {
    const cities = offices
      .filter((office) => office.slug.startsWith(start))
      .map(({ slug, city }): Suggestion => ({ kind: "office", text: `@${slug}`, city }));
    const found = (people.data?.people ?? [])
      .filter((person) => startsSo(person, start))
      .map(({ id, handle, name, avatar, officeId }): Suggestion => ({
        kind: "person",
        text: `@${handle}`,
        id,
        name,
        avatar,
        officeId,
      }));
    return start === "" ? [...found, ...cities].slice(0, 8) : [...cities, ...found].slice(0, 8);
  }
  if (sign === "#") {
    return (hashtags.data?.tags ?? [])
      .filter(({ tag }) => tag.startsWith(start))
      .slice(0, 8)
      .map(({ tag, count }) => ({ kind: "hashtag", text: `#${tag}`, count }));
  }
  return sign === ":" ? emojiByName(start).map(([name, text]) => ({ kind: "emoji", text, name })) : none;
}

/** An answer may be about fewer letters than are typed by now. */
const startsSo = (
  person: { name: string; handle: string; job: string; skills: string[] },
  start: string,
): boolean =>
  `${person.name} ${person.handle} ${person.job} ${person.skills.join(" ")}`
    .toLowerCase()
    .split(/[\s._-]+/)
    .some((part) => part.startsWith(start)) || person.handle.startsWith(start);

/** A value once it has stayed the same for a moment: not every letter is worth a question to the server. */
function useSettled(value: string, millis = 120): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return settled;
}
