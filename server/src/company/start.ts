import type { Me } from "@meridian/shared/people";
import type { startApi } from "@meridian/shared/start";
import type * as z from "zod/mini";
import { listChannels } from "../channels/actions.ts";
import { listOffices } from "../offices/actions.ts";
import type { Presence } from "../people/presence.ts";
import { myMarks } from "../posts/marks.ts";
import { unreadOf } from "../posts/unread.ts";
import { showCompany } from "./firstRun.ts";

export const showStart =
  (presence: Presence): ((me: Me) => Promise<z.input<typeof startApi.show.output>>) =>
  async (me) => {
    const [company, offices, channels, unread, marks] = await Promise.all([
      showCompany(),
      listOffices(),
      listChannels(me),
      unreadOf(me),
      myMarks(me),
    ]);
    return { company, offices, channels, unread, marks, presence: presence.show() };
  };
