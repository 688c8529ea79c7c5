import type { EventType, LiveEvent, ServerEvents } from "@meridian/shared/events";
import { notifyManager } from "@tanstack/react-query";
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

const handlers: Handlers<ServerEvents> = {
  ...companyHandlers,
  ...peopleHandlers,
  ...officeHandlers,
  ...channelHandlers,
  ...postHandlers,
  ...moderationHandlers,
  ...noticeHandlers,
};

/** Told of every event once it is shown. */
export const afterwards = new Set<(event: LiveEvent) => void>();

/**
 * Shows what an event says. The page may be older than the server that it listens to: what it has no word for it passes over,
 * and what it can't take in makes it fetch anew; the events after it are shown all the same.
 */
export function hear(event: LiveEvent): void {
  const handler = handlers[event.type] as ((data: ServerEvents[EventType]) => void) | undefined;
  try {
    handler?.(event.data);
  } catch (error) {
    reportError(error);
    void queryClient.invalidateQueries();
  }
  for (const listener of afterwards) listener(event);
}

/** What arrives sooner than so many milliseconds after the last is shown together with what follows; longer while somebody types. */
const breath = { reading: 250, typing: 1_000 };

/** In a quiet moment an event shows at once; in a busy one the page is drawn a few times a second, and typing stays light. */
function showInTurn(): { heard: (event: LiveEvent) => void; showAll: () => void; stop: () => void } {
  let waiting: LiveEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  let typed = -Infinity;
  const type = () => void (typed = performance.now());
  document.addEventListener("input", type);
  const showAll = () => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    const events = waiting;
    waiting = [];
    notifyManager.batch(() => events.forEach(hear));
  };
  const heard = (event: LiveEvent) => {
    waiting.push(event);
    const now = performance.now();
    const pause = now - typed < breath.typing ? breath.typing : breath.reading;
    // the other events of its frame come in the same turn
    timer ??= setTimeout(showAll, Math.max(0, last + pause - now));
  };
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener("input", type);
  };
  return { heard, showAll, stop };
}

/** Shows what is committed anywhere, until the returned function is called. */
export function startLive(): () => void {
  const { heard, showAll, stop } = showInTurn();
  const stopListening = listen({
    heard,
    resync: () => {
      showAll();
      void queryClient.invalidateQueries();
    },
    ready: () => {
      showAll();
      // presence is not kept for a replay
      void queryClient.invalidateQueries({ queryKey: ["presence"] });
    },
  });
  return () => {
    stop();
    stopListening();
  };
}
