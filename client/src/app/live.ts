import type { EventType, LiveEvent, ServerEvents } from "@meridian/shared/events";
import { useEffect } from "react";
import { channelHandlers } from "../channels/events.ts";
import { companyHandlers } from "../company/events.ts";
import { queryClient } from "../lib/cache.ts";
import type { Handlers } from "../lib/handlers.ts";
import { listen } from "../lib/socket.ts";
import { moderationHandlers } from "../moderation/events.ts";
import { noticeHandlers } from "../notices/events.ts";
import { officeHandlers } from "../offices/events.ts";
import { peopleHandlers } from "../people/events.ts";
import { postHandlers } from "../posts/events.ts";
import { startOutbox } from "../posts/outbox.ts";

const handlers: Handlers<ServerEvents> = {
  ...companyHandlers,
  ...peopleHandlers,
  ...officeHandlers,
  ...channelHandlers,
  ...postHandlers,
  ...moderationHandlers,
  ...noticeHandlers,
};

export function hear(event: LiveEvent): void {
  const handler = handlers[event.type] as (data: ServerEvents[EventType]) => void;
  handler(event.data);
}

/** While somebody is signed in: what is committed anywhere shows here. */
export function useLive(): void {
  useEffect(() => {
    const stopOutbox = startOutbox();
    const stopListening = listen({
      heard: hear,
      resync: () => void queryClient.invalidateQueries(),
      // presence is not kept for a replay
      ready: () => void queryClient.invalidateQueries({ queryKey: ["presence"] }),
    });
    return () => {
      stopListening();
      stopOutbox();
    };
  }, []);
}
