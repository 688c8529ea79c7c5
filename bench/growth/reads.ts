import { channelName, hashtags } from "./company.ts";
import type { Grown, Reader } from "./grown.ts";

/** A read as people make it, by the words of the report. */
export interface Read {
  name: string;
  path: (reader: Reader) => string;
}

/** So many posts the pages of what is written by and to one person have. */
export interface PageLengths {
  mentions: number;
  person: number;
}

/** The shortest such pages of a company, 30 posts at most: asked for of two companies, they are as long as each other. */
export async function pageLengthsOf(grown: Grown): Promise<PageLengths> {
  const shortest = async (path: Read["path"]) => {
    const pages = grown.readers.map((reader) => answerOf<{ posts: unknown[] }>(grown, reader, path(reader)));
    return Math.min(30, ...(await Promise.all(pages)).map(({ posts }) => posts.length));
  };
  return {
    mentions: await shortest(() => "/mentions"),
    person: await shortest(({ id }) => `/people/${id}/posts`),
  };
}

/** What a page asks for, of the channel, thread, hashtag, office and people that have most. */
export async function readsOf(grown: Grown, lengths: PageLengths): Promise<Read[]> {
  const ask = <Answer>(path: string) => answerOf<Answer>(grown, grown.readers[0]!, path);
  const { channels } = await ask<{ channels: { id: string; slug: string }[] }>("/channels");
  const busiest = channels.find(({ slug }) => slug === channelName(0))!.id;
  const { offices } = await ask<{ offices: { id: string }[] }>("/offices");
  const newest = await ask<{ posts: { id: string; replyCount: number }[]; next: string }>(
    `/channels/${busiest}/posts?limit=60`,
  );
  const longest = newest.posts.toSorted((a, b) => b.replyCount - a.replyCount)[0]!.id;
  for (const reader of grown.readers)
    for (const { id } of newest.posts)
      await answerOf(grown, reader, `/posts/${id}/thread`, { method: "PUT", thread: "following" });
  const older = (await ask<{ next: string }>("/home")).next;
  return [
    { name: "Home, the newest", path: () => "/home" },
    { name: "Home, further down", path: () => `/home?before=${older}` },
    { name: "a channel, the newest", path: () => `/channels/${busiest}/posts` },
    { name: "a channel, further down", path: () => `/channels/${busiest}/posts?before=${newest.next}` },
    { name: "a thread", path: () => `/posts/${longest}/replies` },
    { name: "a hashtag", path: () => `/hashtags/${hashtags[0]!}/posts` },
    { name: "my mentions", path: () => `/mentions?limit=${lengths.mentions}` },
    { name: "what is unread", path: () => "/unread" },
    { name: "a person's posts", path: ({ id }) => `/people/${id}/posts?limit=${lengths.person}` },
    { name: "an office's posts", path: () => `/offices/${offices[0]!.id}/posts` },
    { name: "the threads I follow", path: () => "/threads" },
    { name: "channels, with what I follow", path: () => "/channels" },
    { name: "the directory", path: () => "/people" },
  ];
}

/** What a call answers, a read unless it says otherwise; throws with the answer when it is no success. */
export async function answerOf<Answer>(
  grown: Grown,
  { token }: Reader,
  path: string,
  { method = "GET", ...body }: { method?: string; [field: string]: unknown } = {},
): Promise<Answer> {
  const response = await fetch(`${grown.server.url}/api${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(method !== "GET" && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return JSON.parse(text) as Answer;
}
