import { type ClientSession, Types } from "mongoose";
import { clock } from "../clock.ts";
import { isDuplicate } from "../database/connect.ts";
import { OfficeModel } from "../offices/model.ts";
import { AppError } from "@meridian/shared/errors";
import { PersonModel, type StoredPerson, wordsOf } from "./model.ts";

type Coming = Pick<StoredPerson, "email" | "handle" | "name" | "officeId"> & Partial<StoredPerson>;

/** A new person. Throws `conflict` when the handle or the e-mail address is somebody's already. */
export async function insertPerson(coming: Coming, session?: ClientSession): Promise<StoredPerson> {
  const person: StoredPerson = {
    _id: new Types.ObjectId(),
    rev: 1,
    zone: null,
    job: "",
    skills: [],
    about: "",
    avatar: null,
    role: "staff",
    leads: [],
    language: null,
    passwordHash: null,
    suspended: null,
    leftAt: null,
    frozen: null,
    mentionsReadAt: clock.now(),
    joinedAt: clock.now(),
    words: [],
    ...coming,
  };
  person.words = wordsOf(person);
  // @sydney means the office: a person of that handle could never be named
  if (await OfficeModel.exists({ slug: person.handle }).session(session ?? null)) throw taken("handle");
  try {
    await PersonModel.insertMany([person], session ? { session } : {});
    return person;
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw taken(String(error).includes("email_1") ? "email" : "handle");
  }
}

function taken(field: "email" | "handle"): AppError {
  const what = field === "email" ? "e-mail address" : "handle";
  return new AppError("conflict", `That ${what} is taken.`, { [field]: "is taken" });
}
