import { useEffect } from "react";
import { connection } from "../lib/connection.ts";
import { atRest } from "../lib/rest.ts";
import { startOutbox } from "../posts/outbox.ts";

/** While somebody is signed in: what is committed anywhere shows here, and what they write goes out. */
export function useLive(): void {
  useEffect(() => {
    const stopOutbox = startOutbox();
    const stopLive = liveLater();
    return () => {
      stopLive();
      stopOutbox();
    };
  }, []);
}

/** Listens once the page has what it shows: nothing is missed, since the server replays from its first answer on. */
function liveLater(): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  const begin = async () => {
    await atRest();
    while (!stopped && !stop) {
      try {
        const { startLive } = await import("./live.ts");
        if (!stopped) stop = startLive();
      } catch {
        connection.set("lost");
        await new Promise((resolve) => setTimeout(resolve, 3_000));
      }
    }
  };
  void begin();
  return () => {
    stopped = true;
    stop?.();
  };
}
