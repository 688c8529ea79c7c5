import type { Block, Inline } from "@meridian/shared/text";
import MarkdownIt, { type Token } from "markdown-it";

/** Who is meant by an @name: people by handle, offices by slug. */
export interface Names {
  people: ReadonlyMap<string, string>;
  offices: ReadonlyMap<string, string>;
}

export interface ParsedText {
  text: Block[];
  /** Ids of the people and offices named in it. */
  mentions: string[];
  /** Lower case, each once. */
  hashtags: string[];
}

// bold, italic, strike, code, code blocks, links, lists, quotes; HTML, images, headings and tables stay as typed
const markdown = new MarkdownIt("zero", { linkify: true, breaks: true, maxNesting: 20 }).enable([
  "emphasis",
  "strikethrough",
  "backticks",
  "fence",
  "link",
  "linkify",
  "autolink",
  "list",
  "blockquote",
  "newline",
  "escape",
  "entity",
]);
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());
// without a scheme, "main.rs" and "e.g" would become links
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });

const name = /(?<![\p{L}\p{N}_@/])@([a-z0-9](?:[a-z0-9._-]{0,38}[a-z0-9])?)/giu;
const hashtag = /(?<![\p{L}\p{N}_#/&])#([\p{L}\p{N}_]{1,50})/gu;

/** Handles and slugs that a text may name, to be looked up before it is parsed. */
export const namesIn = (body: string): string[] => [
  ...new Set([...body.matchAll(name)].map((match) => match[1]!.toLowerCase())),
];

/** Markdown → a small tree. Whatever is not in the subset stays text, so nothing typed is lost. */
export function parseText(body: string, names: Names): ParsedText {
  const mentions = new Set<string>();
  const hashtags = new Set<string>();

  const named = (text: string): Inline[] => {
    const found: { at: number; length: number; node: Inline }[] = [];
    for (const match of text.matchAll(name)) {
      const handle = match[1]!.toLowerCase();
      const person = names.people.get(handle);
      const office = names.offices.get(handle);
      if (person) found.push({ ...place(match), node: { type: "person", id: person, handle } });
      else if (office) found.push({ ...place(match), node: { type: "office", id: office, slug: handle } });
      if (person ?? office) mentions.add((person ?? office)!);
    }
    for (const match of text.matchAll(hashtag)) {
      const tag = match[1]!.toLowerCase();
      // "#1" is a number, not a subject
      if (/^[\p{N}_]+$/u.test(tag)) continue;
      found.push({ ...place(match), node: { type: "hashtag", tag } });
      hashtags.add(tag);
    }
    const nodes: Inline[] = [];
    let end = 0;
    for (const { at, length, node } of found.toSorted((a, b) => a.at - b.at)) {
      if (at > end) nodes.push({ type: "text", text: text.slice(end, at) });
      nodes.push(node);
      end = at + length;
    }
    if (end < text.length) nodes.push({ type: "text", text: text.slice(end) });
    return nodes;
  };

  const inlines = (tokens: Token[], inLink = false): Inline[] => {
    const nodes: Inline[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index]!;
      if (token.nesting === 1) {
        const end = closing(tokens, index);
        const children = inlines(tokens.slice(index + 1, end), inLink || token.type === "link_open");
        if (token.type === "strong_open") nodes.push({ type: "strong", children });
        else if (token.type === "em_open") nodes.push({ type: "emphasis", children });
        else if (token.type === "s_open") nodes.push({ type: "strike", children });
        else nodes.push({ type: "link", href: String(token.attrGet("href") ?? ""), children });
        index = end;
      } else if (token.type === "code_inline") nodes.push({ type: "code", text: token.content });
      else if (token.type === "softbreak" || token.type === "hardbreak") nodes.push({ type: "break" });
      else if (token.content) {
        nodes.push(...(inLink ? [{ type: "text" as const, text: token.content }] : named(token.content)));
      }
    }
    return joined(nodes);
  };

  const blocks = (tokens: Token[]): Block[] => {
    const nodes: Block[] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const token = tokens[index]!;
      if (token.type === "fence" || token.type === "code_block") {
        const language = /^[\w+#-]{1,20}/.exec(token.info)?.[0] ?? "";
        nodes.push({ type: "code", language, text: token.content.replace(/\n$/, "") });
      } else if (token.type === "inline") {
        nodes.push({ type: "paragraph", children: inlines(token.children ?? []) });
      } else if (token.nesting === 1) {
        const end = closing(tokens, index);
        const inner = tokens.slice(index + 1, end);
        if (token.type === "paragraph_open") nodes.push(...blocks(inner));
        else if (token.type === "blockquote_open") nodes.push({ type: "quote", children: blocks(inner) });
        else {
          const start = token.type === "ordered_list_open" ? Number(token.attrGet("start") ?? 1) : null;
          nodes.push({ type: "list", start, items: items(inner) });
        }
        index = end;
      }
    }
    return nodes;
  };

  const items = (tokens: Token[]): Block[][] => {
    const list: Block[][] = [];
    for (let index = 0; index < tokens.length; index += 1) {
      const end = closing(tokens, index);
      list.push(blocks(tokens.slice(index + 1, end)));
      index = end;
    }
    return list;
  };

  const text = blocks(markdown.parse(body, {}));
  return { text, mentions: [...mentions], hashtags: [...hashtags] };
}

const place = (match: RegExpExecArray | RegExpMatchArray) => ({ at: match.index!, length: match[0].length });

/** Where the token that opens at `start` closes. */
function closing(tokens: Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index += 1) {
    depth += tokens[index]!.nesting;
    if (depth === 0) return index;
  }
  return tokens.length - 1;
}

/** Texts that stand side by side, as one. */
function joined(nodes: Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === "text" && last?.type === "text") last.text += node.text;
    else result.push(node);
  }
  return result;
}
