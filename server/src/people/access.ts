import { AppError } from "@meridian/shared/errors";
import { PersonModel, type StoredPerson } from "./model.ts";

/** Everybody in the company may see everybody. */
export async function accessPerson(id: string): Promise<StoredPerson> {
  const person = await PersonModel.findById(id).lean<StoredPerson>();
  if (!person) throw new AppError("not_found", "There is no such person.");
  return person;
}
