import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Post, PostBody, PostKey } from "./posts.ts";
import { Id, Limit, PageCursor } from "./shape.ts";

export const NewReply = z.strictObject({ id: Id, key: PostKey, body: PostBody });
export type NewReply = z.infer<typeof NewReply>;

/**
 * Replies of one thread, oldest first. `after` and `before` are places from an earlier page;
 * `around` is a reply to open at, with what stands before and after it.
 */
export const RepliesQuery = z
  .strictObject({
    id: Id,
    after: z.optional(PageCursor),
    before: z.optional(PageCursor),
    around: z.optional(Id),
    limit: Limit,
  })
  .check(
    z.refine((query) => [query.after, query.before, query.around].filter(Boolean).length <= 1, {
      message: "after, before and around exclude each other",
      path: ["around"],
    }),
  );

export const ReplyPage = z.strictObject({
  replies: z.array(Post),
  earlier: z.nullable(z.string()),
  later: z.nullable(z.string()),
});
export type ReplyPage = z.infer<typeof ReplyPage>;

/** What one person noted about posts and threads, the newest 2,000. */
export const Marks = z.strictObject({
  saved: z.array(Id),
  following: z.array(Id),
  muted: z.array(Id),
});
export type Marks = z.infer<typeof Marks>;

export const ThreadMark = z.enum(["following", "muted", "none"]);

/** The state of one person's marks on one post. */
export const Mark = z.strictObject({ postId: Id, saved: z.boolean(), thread: ThreadMark });
export type Mark = z.infer<typeof Mark>;

const ById = z.strictObject({ id: Id });

export const threadsApi = {
  replies: endpoint("GET", "/posts/:id/replies", RepliesQuery, ReplyPage),
  reply: endpoint("POST", "/posts/:id/replies", NewReply, Post),
  marks: endpoint("GET", "/marks", z.strictObject({}), Marks),
  save: endpoint("PUT", "/posts/:id/saved", ById, Mark),
  unsave: endpoint("DELETE", "/posts/:id/saved", ById, Mark),
  mark: endpoint("PUT", "/posts/:id/thread", z.strictObject({ id: Id, thread: ThreadMark }), Mark),
};

export interface ThreadEvents {
  "mark:changed": Mark;
}
