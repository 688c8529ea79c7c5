import { AppError } from "@meridian/shared/errors";
import { canWrite, type Me } from "@meridian/shared/people";
import type { ClientSession } from "mongoose";
import { remembered } from "../database/remembered.ts";
import { byId } from "../database/together.ts";
import { PersonModel, type StoredPerson } from "./model.ts";

const people = remembered<StoredPerson>(
  "people",
  byId((ids) => PersonModel.find({ _id: { $in: ids } }).lean<StoredPerson[]>()),
);

export const forgetPerson = people.forget;

/** Somebody who calls, as the change stream last told of them. */
export const callerById = people.get;

/** The person, or whom they were merged into: links to who they were lead to who they are. */
export const accessStaying = async (id: string): Promise<StoredPerson> => staying(await accessPerson(id));

export const staying = async (person: StoredPerson): Promise<StoredPerson> =>
  person.merged ? accessPerson(String(person.merged.into)) : person;

/** Everybody in the company may see everybody. */
export async function accessPerson(id: string, session: ClientSession | null = null): Promise<StoredPerson> {
  const person = await PersonModel.findById(id).session(session).lean<StoredPerson>();
  if (!person) throw new AppError("not_found", "There is no such person.");
  return person;
}

/** Throws `frozen`, with the reason and the end of it, for who may not write. */
export function refuseFrozen(me: Me): void {
  if (canWrite(me)) return;
  throw new AppError("frozen", me.frozen?.reason ?? "", { until: me.frozen?.until ?? "" });
}
