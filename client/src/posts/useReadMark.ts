import { channelsApi } from "@meridian/shared/channels";
import { useCallback, useState } from "react";
import { channelHandlers } from "../channels/events.ts";
import { useMembership } from "../channels/queries.ts";
import { call, CallError } from "../lib/call.ts";
import { atRest } from "../lib/rest.ts";

/** Where I had stopped in a channel when I came, and how to say that I have read on. */
export function useReadMark(channelId: string): {
  stoppedAt: string | undefined;
  read: (at: string) => void;
} {
  const lastReadAt = useMembership(channelId)?.lastReadAt;
  const [came, setCame] = useState<{ channelId: string; at: string }>();
  if (lastReadAt !== undefined && came?.channelId !== channelId) setCame({ channelId, at: lastReadAt });
  const follows = lastReadAt !== undefined;
  const read = useCallback(
    (at: string) => {
      if (follows) markRead(channelId, at);
    },
    [channelId, follows],
  );
  return { stoppedAt: came?.channelId === channelId ? came.at : undefined, read };
}

const told = new Map<string, string>();

/** Milliseconds until a mark that could not be told is told again. */
const pause = 5_000;

/** Tells the server once for each newest post. */
export function markRead(channelId: string, at: string): void {
  if ((told.get(channelId) ?? "") >= at) return;
  told.set(channelId, at);
  void atRest()
    .then(() => call(channelsApi.read, { id: channelId, at }, { keepalive: true }))
    .then(
      () => channelHandlers["read:changed"]({ channelId, lastReadAt: at }),
      (error: unknown) => {
        if (told.get(channelId) !== at) return;
        told.delete(channelId);
        if (error instanceof CallError && error.passing) setTimeout(() => markRead(channelId, at), pause);
      },
    );
}
