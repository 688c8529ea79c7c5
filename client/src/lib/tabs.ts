import { onServer } from "./drawn.ts";

/** To this browser's other tabs; none where a browser has no such thing, nor on the server, whose node would stay open for it. */
export const broadcastChannel = (name: string): BroadcastChannel | undefined =>
  onServer || typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
