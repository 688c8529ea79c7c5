import type { Random } from "./random.ts";

/** A first post and what people answer to it, in the order in which it makes sense. */
export interface Talk {
  post: string;
  replies: string[];
}

/**
 * Talks are divided by a line of "==="; a line that starts with "~ " begins a reply. "=" before a reply says that the
 * author of the first post gives it, "^" that somebody of another office does.
 */
export function talks(text: string): Talk[] {
  return text
    .trim()
    .split(/\n===\n/)
    .map((talk) => {
      const [post = "", ...replies] = talk.split(/\n~ /);
      return { post, replies };
    });
}

/** Lines, one text each. */
export const lines = (text: string): string[] => text.trim().split("\n");

/**
 * Writes a text out: "{customer}" is what `slots` says for the whole thread, "{a|b}" one of several. Braces that
 * are neither stay, since code has them too.
 */
export function fill(text: string, slots: ReadonlyMap<string, string>, random: Random): string {
  return text
    .replace(/\{(\w+)\}/g, (whole, name: string) => slots.get(name) ?? whole)
    .replace(/\{([^{}\n]*\|[^{}\n]*)\}/g, (_, choices: string) => random.pick(choices.split("|")));
}
