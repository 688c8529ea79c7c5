import type { Room } from "./rooms.ts";

/** How many sockets hear what is told to `to` but not to `except`. */
export function receivers(members: ReadonlyMap<string, Set<string>>, to: Room[], except: Room[]): number {
  const [only] = to;
  // told at every post, so the usual case counts nothing
  if (to.length === 1 && except.length === 0) return members.get(only!)?.size ?? 0;
  const heard = new Set(to.flatMap((room) => [...(members.get(room) ?? [])]));
  for (const room of except) for (const socket of members.get(room) ?? []) heard.delete(socket);
  return heard.size;
}
