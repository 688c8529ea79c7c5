import * as z from "zod/mini";
import { Id } from "./shape.ts";

/**
 * A post's text as a small tree, made by the server from Markdown and drawn by the client as elements.
 * There is no node for raw HTML and no way to carry one.
 */
export type Inline =
  | { type: "text"; text: string }
  | { type: "code"; text: string }
  | { type: "break" }
  | { type: "strong" | "emphasis" | "strike"; children: Inline[] }
  | { type: "link"; href: string; children: Inline[] }
  | { type: "person"; id: Id; handle: string }
  | { type: "office"; id: Id; slug: string }
  | { type: "hashtag"; tag: string };

export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "code"; language: string; text: string }
  | { type: "quote"; children: Block[] }
  | { type: "list"; start: number | null; items: Block[][] };

export const Inline: z.ZodMiniType<Inline> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("text"), text: z.string() }),
    z.strictObject({ type: z.literal("code"), text: z.string() }),
    z.strictObject({ type: z.literal("break") }),
    z.strictObject({ type: z.enum(["strong", "emphasis", "strike"]), children: z.array(Inline) }),
    z.strictObject({ type: z.literal("link"), href: z.string(), children: z.array(Inline) }),
    z.strictObject({ type: z.literal("person"), id: Id, handle: z.string() }),
    z.strictObject({ type: z.literal("office"), id: Id, slug: z.string() }),
    z.strictObject({ type: z.literal("hashtag"), tag: z.string() }),
  ]),
);

export const Block: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("paragraph"), children: z.array(Inline) }),
    z.strictObject({ type: z.literal("code"), language: z.string(), text: z.string() }),
    z.strictObject({ type: z.literal("quote"), children: z.array(Block) }),
    z.strictObject({
      type: z.literal("list"),
      start: z.nullable(z.int()),
      items: z.array(z.array(Block)),
    }),
  ]),
);
