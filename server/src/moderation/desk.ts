import type { CasesPage, CasesQuery } from "@meridian/shared/cases";
import { AppError } from "@meridian/shared/errors";
import { limits } from "@meridian/shared/limits";
import { canSeeDesk, type Me } from "@meridian/shared/people";
import { type QueryFilter, Types } from "mongoose";
import { CaseModel, type StoredCase } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { beyond, cut } from "../database/places.ts";
import { presentRows } from "./present.ts";

const pending: StoredCase["state"][] = ["open", "claimed"];

/** The desk's list, what waits longest first unless asked otherwise, and how much of each there is. */
export async function listCases(me: Me, query: CasesQuery): Promise<CasesPage> {
  if (!canSeeDesk(me)) throw new AppError("forbidden", "Only moderators and auditors see the desk.");
  const limit = query.limit ?? limits.pageSize;
  const [direction, side] = query.order === "newest" ? ([-1, "$lt"] as const) : ([1, "$gt"] as const);
  const [found, counts] = await Promise.all([
    CaseModel.find({
      $and: [inSight(me), matching(me, query), beyond<StoredCase>(query.after, side, "openedAt")],
    })
      .sort({ openedAt: direction, _id: direction })
      .limit(limit + 1)
      .lean<StoredCase[]>(),
    countAll(me),
  ]);
  const { shown, next } = cut(found, limit, "openedAt");
  return {
    cases: await presentRows(shown),
    next,
    counts,
  };
}

/** What `me` may see, as a condition of a query: the same as canSeeCase. */
export const inSight = (me: Me): QueryFilter<StoredCase> => ({
  authorId: { $ne: new Types.ObjectId(me.id) },
  ...(me.role === "staff" && { careOf: { $in: me.leads.map((id) => new Types.ObjectId(id)) } }),
});

function matching(
  me: Me,
  { state = "pending", officeId, channelId, mine, olderThan }: CasesQuery,
): QueryFilter<StoredCase> {
  const since = olderThan === undefined ? null : new Date(clock.millis() - olderThan * 3_600_000);
  return {
    ...(state === "pending" ? { state: { $in: pending } } : state !== "all" && { state }),
    ...(officeId && { officeId: new Types.ObjectId(officeId) }),
    ...(channelId && { channelIds: new Types.ObjectId(channelId) }),
    ...(mine && { claimedBy: new Types.ObjectId(me.id) }),
    ...(since && { openedAt: { $lte: since } }),
  };
}

async function countAll(me: Me): Promise<CasesPage["counts"]> {
  const { authorId: _, ...care } = inSight(me);
  // "not about me" would read each case; taking away what is about me lets an index alone count the rest
  const count = async (which: QueryFilter<StoredCase>) => {
    const [all, mine] = await Promise.all([
      CaseModel.countDocuments({ ...care, ...which }),
      CaseModel.countDocuments({ ...care, ...which, authorId: new Types.ObjectId(me.id) }),
    ]);
    return all - mine;
  };
  const [open, claimed, mine, appealed, raised] = await Promise.all([
    count({ state: "open" }),
    count({ state: "claimed" }),
    count({ state: { $in: pending }, claimedBy: new Types.ObjectId(me.id) }),
    count({ state: "appealed" }),
    count({ state: { $in: pending }, raisedAt: { $ne: null } }),
  ]);
  return { open, claimed, mine, appealed, raised };
}
