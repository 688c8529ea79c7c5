import type { Types } from "mongoose";

/** Two accounts of one person: all that is `from`'s becomes `into`'s. */
export interface Merging {
  from: Types.ObjectId;
  into: Types.ObjectId;
}

/** In the pipeline of an update: the id that a field holds afterwards. */
export const moved = (field: string, { from, into }: Merging) => ({
  $cond: [{ $eq: [field, from] }, into, field],
});

/** The same for each of a list, each once, in their order. `one` makes what is kept of "$$this". */
export const movedEach = (field: string, merging: Merging, one: unknown = moved("$$this", merging)) => ({
  $reduce: {
    input: { $map: { input: { $ifNull: [field, []] }, in: one } },
    initialValue: [],
    in: {
      $cond: [{ $in: ["$$this", "$$value"] }, "$$value", { $concatArrays: ["$$value", ["$$this"]] }],
    },
  },
});

/** A subdocument, or null, with who did it. */
export const movedIn = (field: string, name: string, { from, into }: Merging) => ({
  $cond: [{ $eq: [`${field}.${name}`, from] }, { $mergeObjects: [field, { [name]: into }] }, field],
});
