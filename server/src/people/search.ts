import { AppError } from "@meridian/shared/errors";
import { type QueryFilter, Types } from "mongoose";
import { PersonModel, type StoredPerson } from "./model.ts";

/** People of whom each word of `q` starts a word of the name, handle, job or skills. */
export function wordsStarting(q = ""): QueryFilter<StoredPerson> {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5);
  if (words.length === 0) return {};
  return { $and: words.map((word) => ({ words: { $elemMatch: startingWith(word) } })) };
}

/** A range of an index, for texts that start so. */
export const startingWith = (start: string) => ({ $gte: start, $lt: `${start}\uffff` });

interface Page {
  after?: string | undefined;
  limit?: number | undefined;
}

/** One page of these people in the order of names, how many they are, and where the next page begins. */
export async function pageOfPeople(filter: QueryFilter<StoredPerson>, page: Page) {
  const limit = page.limit ?? 50;
  const found = await PersonModel.find({ $and: [filter, beyond(page.after)] })
    .sort({ name: 1, _id: 1 })
    .limit(limit + 1)
    .lean<StoredPerson[]>();
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    found: shown,
    total: await PersonModel.countDocuments(filter),
    next: found.length > limit && last ? `${String(last._id)}${last.name}` : null,
  };
}

/** A place in the list: 24 digits of the id, then the name. */
function beyond(place: string | undefined): QueryFilter<StoredPerson> {
  if (!place) return {};
  const [id, name] = [place.slice(0, 24), place.slice(24)];
  if (!/^[0-9a-f]{24}$/.test(id))
    throw new AppError("bad_request", "Not a place in this list.", { after: "is odd" });
  return { $or: [{ name: { $gt: name } }, { name, _id: { $gt: new Types.ObjectId(id) } }] };
}
