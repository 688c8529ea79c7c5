import { limits } from "@meridian/shared/limits";
import type { Notice } from "@meridian/shared/notices";
import type { Me } from "@meridian/shared/people";
import type { Nothing } from "@meridian/shared/shape";
import { Types } from "mongoose";
import { clock } from "../clock.ts";
import { beyond, cut } from "../database/places.ts";
import { rooms } from "../live/rooms.ts";
import type { Announce } from "../live/steps.ts";
import { NoticeModel, presentNotice, type StoredNotice } from "./model.ts";

interface Page {
  before?: string | undefined;
  limit?: number | undefined;
}

/** What I was told, newest first. */
export async function listNotices(
  me: Me,
  { before, limit = limits.pageSize }: Page,
): Promise<{ notices: Notice[]; next: string | null; unread: number }> {
  const personId = new Types.ObjectId(me.id);
  const [found, unread] = await Promise.all([
    NoticeModel.find({ $and: [{ personId }, beyond<StoredNotice>(before, "$lt", "at")] })
      .sort({ at: -1, _id: -1 })
      .limit(limit + 1)
      .lean<StoredNotice[]>(),
    NoticeModel.countDocuments({ personId, readAt: null }).limit(limits.unreadMax),
  ]);
  const { shown, next } = cut(found, limit, "at");
  return {
    notices: shown.map(presentNotice),
    next,
    unread,
  };
}

export async function readNotices(me: Me, { at }: { at: string }): Promise<Nothing> {
  await NoticeModel.updateMany(
    { personId: new Types.ObjectId(me.id), readAt: null, at: { $lte: new Date(at) } },
    { $set: { readAt: clock.now() } },
  );
  return {};
}

export const announceNotice: Announce<StoredNotice> = async ({ id, record }) => {
  if (!record) return [];
  const to = [rooms.person(String(record.personId))];
  return [{ step: "tell", type: "notice:changed", data: presentNotice(record), subject: `notice:${id}`, to }];
};
