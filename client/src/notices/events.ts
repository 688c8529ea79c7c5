import type { NoticeEvents } from "@meridian/shared/notices";
import { queryClient } from "../lib/cache.ts";
import type { Handlers } from "../lib/handlers.ts";

export const noticeHandlers: Handlers<NoticeEvents> = {
  "notice:changed": () => void queryClient.invalidateQueries({ queryKey: ["notices"] }),
};
