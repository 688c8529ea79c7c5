/** To this browser's other tabs; none where a browser has no such thing, nor on the server, whose node would stay open for it. */
export const broadcastChannel = (name: string): BroadcastChannel | undefined =>
  import.meta.env.SSR || typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
