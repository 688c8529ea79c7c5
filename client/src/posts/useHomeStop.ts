import type { Unread } from "@meridian/shared/channels";
import { useCallback, useEffect, useRef, useState } from "react";
import { hashKey, useQuery } from "@tanstack/react-query";
import { unreadQuery } from "../channels/queries.ts";
import { queryClient } from "../lib/cache.ts";
import { markRead } from "./useReadMark.ts";

const unreadHash = hashKey(unreadQuery.queryKey);

/**
 * The line in Home: where the oldest unread post of the followed channels begins. Seeing the newest post reads
 * every channel that has something unread, also where that is heard of only later.
 */
export function useHomeStop(): { stoppedAt: string | undefined; onSeen: (at: string) => void } {
  // drawn anew when it is there, not with each post that comes
  const unread = useQuery({ ...unreadQuery, notifyOnChangeProps: ["isSuccess"] }).data;
  const [stoppedAt, setStoppedAt] = useState<string>();
  if (stoppedAt === undefined && unread) setStoppedAt(newestRead(unread));
  const seenAt = useRef("");
  const readSeen = useCallback(() => {
    const now = queryClient.getQueryData(unreadQuery.queryKey);
    for (const { channelId, posts } of now?.channels ?? [])
      if (posts.some(({ at }) => at <= seenAt.current)) markRead(channelId, seenAt.current);
  }, []);
  const onSeen = useCallback(
    (at: string) => {
      if (at > seenAt.current) seenAt.current = at;
      readSeen();
    },
    [readSeen],
  );
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe(({ type, query }) => {
        if (type === "updated" && query.queryHash === unreadHash) readSeen();
      }),
    [readSeen],
  );
  return { stoppedAt, onSeen };
}

/** Just before the oldest unread post; "" (no line) when everything was read. */
function newestRead({ channels }: Unread): string {
  const unreadSince = channels.flatMap((channel) => channel.posts.map((post) => post.at)).toSorted()[0];
  return unreadSince ? new Date(Date.parse(unreadSince) - 1).toISOString() : "";
}
