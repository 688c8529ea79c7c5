import type { LiveEvent } from "@meridian/shared/events";
import { forgetAnswersWith, keepSeen } from "../lib/seen.ts";
import { afterwards } from "./live.ts";
import { keepPages } from "./version.ts";

/** Keeps the pages and what is read on them in this browser, until the returned function is called. */
export function startKeeping(): () => void {
  keepPages().catch(() => {});
  const stop = keepSeen();
  const forget = ({ type, data }: LiveEvent) => {
    if (type === "post:removed" || type === "channel:gone") forgetAnswersWith(data.id).catch(() => {});
  };
  afterwards.add(forget);
  return () => {
    afterwards.delete(forget);
    stop();
  };
}
