import { type QueryFilter, Types } from "mongoose";

type Placed<Time extends string> = { _id: Types.ObjectId } & { [Name in Time]: Date | null };

/** A place in a list ordered by a time, which no record there lacks, and by _id: "milliseconds_id". */
export const placeOf = <Time extends string>(record: Placed<Time>, time: Time): string =>
  `${record[time]!.getTime()}_${String(record._id)}`;

/** Everything that stands on one side of a place, in a list ordered by this time. */
export function beyond<Stored>(
  place: string | undefined,
  side: "$lt" | "$gt",
  time: keyof Stored & string,
): QueryFilter<Stored> {
  if (!place) return {};
  const [millis, id] = place.split("_") as [string, string];
  const at = new Date(Number(millis));
  // the range on the time alone bounds the index scan, the $or settles records of the same millisecond
  const beside = [{ [time]: { [side]: at } }, { [time]: at, _id: { [side]: new Types.ObjectId(id) } }];
  return { [time]: { [`${side}e`]: at }, $or: beside } as QueryFilter<Stored>;
}

/** A page of a list of which one more was read, if there is one, and the place after which the next page begins. */
export function cut<Time extends string, Stored extends Placed<Time>>(
  found: Stored[],
  limit: number,
  time: Time,
): { shown: Stored[]; next: string | null } {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return { shown, next: found.length > limit && last ? placeOf(last, time) : null };
}
