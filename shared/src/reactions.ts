import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Post } from "./posts.ts";
import { Id } from "./shape.ts";

/** One emoji as people see it: a pictograph with its joiners, a flag or a keycap. */
export const Emoji = z.string().check(
  z.maxLength(40),
  z.refine(
    (text) => /^(?:\p{RGI_Emoji})$/v.test(text) || /^\p{Extended_Pictographic}\uFE0F?$/u.test(text),
    "must be one emoji",
  ),
);

const Place = z.strictObject({ id: Id, emoji: Emoji });

export const reactionsApi = {
  react: endpoint("PUT", "/posts/:id/reactions/:emoji", Place, Post),
  unreact: endpoint("DELETE", "/posts/:id/reactions/:emoji", Place, Post),
};
