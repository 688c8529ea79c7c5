import type { Random } from "./random.ts";

/** A first post and what people answer to it, in the order in which it makes sense. */
export interface Talk {
  post: string;
  replies: string[];
}

/** Talks are divided by a line of "==="; a line that starts with "~ " begins a reply. */
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
 * Writes a text out: "{a|b}" is one of several, "{customer}" what `slots` says for the whole thread. Braces that
 * are neither stay, since code has them too.
 */
export function fill(text: string, slots: ReadonlyMap<string, string>, random: Random): string {
  return text.replace(/\{([^{}\n]*)\}/g, (whole, inner: string) => {
    if (inner.includes("|")) return random.pick(inner.split("|"));
    return slots.get(inner) ?? whole;
  });
}
