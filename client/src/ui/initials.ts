const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const letter = /\p{L}|\p{N}/u;
/** Scripts in which the last sign of a name (the given name) says most, and one sign is a word. */
const signs = /^\p{Script=Han}|^\p{Script=Hangul}|^\p{Script=Hiragana}|^\p{Script=Katakana}/u;

const first = (text: string): string => segments.segment(text)[Symbol.iterator]().next().value?.segment ?? "";

/** What stands in a picture's place: the first letters of the first and last words; an emoji or one sign as it is. */
export function initials(name: string): string {
  const words = name.normalize("NFC").trim().split(/\s+/u).filter(Boolean);
  const spoken = words
    .map((word) => word.replace(/^[^\p{L}\p{N}]+/u, ""))
    .filter((word) => letter.test(first(word)));
  const [start] = spoken;
  if (start === undefined) return first(words[0] ?? "") || "?";
  const end = spoken.at(-1);
  const one = first(start);
  if (end === undefined || spoken.length === 1 || signs.test(start)) return one.toLocaleUpperCase("en");
  return (one + first(end)).toLocaleUpperCase("en");
}

/** A hue of 0–359 that stays with an id (FNV-1a). */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % 360;
}
