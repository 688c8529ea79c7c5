import type { Unread } from "@meridian/shared/channels";
import { useCallback, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { unreadQuery } from "../channels/queries.ts";
import { queryClient } from "../lib/cache.ts";
import { markRead } from "./useReadMark.ts";

/**
 * The line in Home: where the oldest unread post of the followed channels begins. Seeing the newest post reads
 * every channel that has something unread.
 */
export function useHomeStop(): { stoppedAt: string | undefined; onSeen: (at: string) => void } {
  // drawn anew when it is there, not with each post that comes
  const { data: unread, isSuccess } = useQuery({ ...unreadQuery, notifyOnChangeProps: ["isSuccess"] });
  const [stoppedAt, setStoppedAt] = useState<string>();
  if (stoppedAt === undefined && unread) setStoppedAt(newestRead(unread));
  const onSeen = useCallback(
    (at: string) => {
      const now = isSuccess ? queryClient.getQueryData(unreadQuery.queryKey) : undefined;
      for (const channel of now?.channels ?? [])
        if (channel.posts.length > 0) markRead(channel.channelId, at);
    },
    [isSuccess],
  );
  return { stoppedAt, onSeen };
}

/** Just before the oldest unread post; "" (no line) when everything was read. */
function newestRead({ channels }: Unread): string {
  const unreadSince = channels.flatMap((channel) => channel.posts.map((post) => post.at)).toSorted()[0];
  return unreadSince ? new Date(Date.parse(unreadSince) - 1).toISOString() : "";
}
