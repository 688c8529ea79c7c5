import * as z from "zod/mini";

/** Mattermost's bulk-import format, as far as it is taken over. What else a line says is left aside. */
const word = z.string().check(z.trim(), z.minLength(1, "must not be empty"), z.maxLength(200, "is too long"));
const moment = z
  .int()
  .check(z.gte(1, "must be milliseconds since 1970"), z.lte(4_102_444_800_000, "is after the year 2100"));

const text = z.optional(z.nullable(z.string()));

export const TeamLine = z.object({ name: word, display_name: text });

export const ChannelLine = z.object({
  team: text,
  name: word,
  display_name: text,
  header: text,
  purpose: text,
  type: z.enum(["O", "P"], "must be O or P"),
});
export type ChannelLine = z.infer<typeof ChannelLine>;

export const UserLine = z.object({
  username: word,
  email: z.string().check(z.trim(), z.toLowerCase(), z.email("must be an e-mail address")),
  first_name: text,
  last_name: text,
  nickname: text,
  position: text,
  roles: text,
  delete_at: z.optional(z.nullable(z.number())),
  teams: z.optional(
    z.nullable(z.array(z.object({ channels: z.optional(z.nullable(z.array(z.object({ name: word })))) }))),
  ),
});
export type UserLine = z.infer<typeof UserLine>;

export const ReactionPart = z.object({ user: word, emoji_name: word, create_at: z.optional(z.number()) });
const reactions = z.optional(z.nullable(z.array(z.unknown())));

const written = {
  user: word,
  message: z.string(),
  create_at: moment,
  edit_at: z.optional(z.nullable(z.number())),
  reactions,
};

export const ReplyPart = z.object(written);

export const PostLine = z.object({
  ...written,
  team: text,
  channel: word,
  replies: z.optional(z.nullable(z.array(z.unknown()))),
});
export type PostLine = z.infer<typeof PostLine>;
export type WrittenPart = z.infer<typeof ReplyPart>;

/** What is wrong, in the words of the file's own fields. */
export const wrongIn = (error: z.core.$ZodError): string =>
  error.issues.map((issue) => `${issue.path.join(".") || "it"}: ${issue.message}`).join("; ");
