import type { Channel } from "@meridian/shared/channels";
import { Hash, Lock, MapPin, Megaphone } from "lucide-react";

/** What kind of channel it is, at a glance. */
export function channelIcon(channel: Pick<Channel, "kind" | "private">, size = 16) {
  if (channel.private) return <Lock size={size} aria-hidden />;
  if (channel.kind === "office") return <MapPin size={size} aria-hidden />;
  if (channel.kind === "announcements") return <Megaphone size={size} aria-hidden />;
  return <Hash size={size} aria-hidden />;
}
