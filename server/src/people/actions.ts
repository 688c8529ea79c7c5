import { AppError } from "@meridian/shared/errors";
import type { EditPerson, Me, PeoplePage, Person } from "@meridian/shared/people";
import { canEditPerson, canRunCompany, canSuspend } from "@meridian/shared/people";
import type { Nothing } from "@meridian/shared/shape";
import { type QueryFilter, Types, type UpdateQuery } from "mongoose";
import { isDuplicate, transaction } from "../database/connect.ts";
import { OfficeModel } from "../offices/model.ts";
import { endSessions } from "../sessions/end.ts";
import { accessPerson } from "./access.ts";
import { PersonModel, type StoredPerson, wordsOf } from "./model.ts";
import { checkPassword, hashPassword } from "./passwords.ts";
import { isSuspended, presentPerson } from "./present.ts";

export const showMe = async (me: Me): Promise<Me> => me;

export const showPerson = async (_me: Me, { id }: { id: string }): Promise<Person> =>
  presentPerson(await accessPerson(id));

export async function showPersonByHandle(_me: Me, { handle }: { handle: string }): Promise<Person> {
  const person = await PersonModel.findOne({ handle }).lean<StoredPerson>();
  if (!person) throw new AppError("not_found", "There is no such person.");
  return presentPerson(person);
}

interface Search {
  officeId?: string | undefined;
  skill?: string | undefined;
  q?: string | undefined;
  after?: string | undefined;
  limit?: number | undefined;
}

/** The directory, in the order of names. Each word of `q` must start a word of the name, handle or job. */
export async function listPeople(_me: Me, search: Search): Promise<PeoplePage> {
  const words = (search.q ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 5);
  const filter: QueryFilter<StoredPerson> = {
    ...(search.officeId && { officeId: search.officeId }),
    ...(search.skill && { skills: search.skill.toLowerCase() }),
    ...(words.length > 0 && {
      $and: words.map((word) => ({ words: { $elemMatch: { $gte: word, $lt: `${word}\uffff` } } })),
    }),
  };
  const limit = search.limit ?? 50;
  const found = await PersonModel.find({ $and: [filter, after(search.after)] })
    .sort({ name: 1, _id: 1 })
    .limit(limit + 1)
    .lean<StoredPerson[]>();
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    people: await Promise.all(shown.map(presentPerson)),
    total: await PersonModel.countDocuments(filter),
    next: found.length > limit && last ? `${String(last._id)}${last.name}` : null,
  };
}

/** A place in the directory: 24 digits of the id, then the name. */
function after(place: string | undefined): QueryFilter<StoredPerson> {
  if (!place) return {};
  const [id, name] = [place.slice(0, 24), place.slice(24)];
  if (!/^[0-9a-f]{24}$/.test(id))
    throw new AppError("bad_request", "Not a place in this list.", { after: "is odd" });
  return { $or: [{ name: { $gt: name } }, { name, _id: { $gt: new Types.ObjectId(id) } }] };
}

export async function editPerson(me: Me, { id, ...edit }: EditPerson): Promise<Person> {
  const person = await accessPerson(id);
  if (!canEditPerson(me, { id })) throw new AppError("forbidden", "You can only change your own profile.");
  if ((edit.role !== undefined || edit.leads !== undefined) && !canRunCompany(me)) {
    throw new AppError("forbidden", "Only an admin can change roles.");
  }
  if (edit.role === "staff" && id === me.id) {
    throw new AppError("forbidden", "Another admin has to take your role from you.");
  }
  const offices = [...(edit.leads ?? []), ...(edit.officeId ? [edit.officeId] : [])];
  if ((await OfficeModel.countDocuments({ _id: { $in: offices } })) !== new Set(offices).size) {
    throw new AppError("bad_request", "There is no such office.", { officeId: "is not an office" });
  }
  if (edit.handle && (await OfficeModel.exists({ slug: edit.handle }))) throw handleTaken();
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  if (edit.skills) given["skills"] = [...new Set(edit.skills.map((skill) => skill.toLowerCase()))];
  const words = wordsOf({ ...person, ...given });
  return update(id, { $set: { ...given, words } });
}

export async function suspendPerson(
  me: Me,
  input: { id: string; reason: string; until: string | null },
): Promise<Person> {
  const person = await accessPerson(input.id);
  if (!canSuspend(me, { id: input.id, role: person.role })) {
    throw new AppError("forbidden", "You can't suspend this person.");
  }
  const suspended = { reason: input.reason, until: input.until ? new Date(input.until) : null };
  if (!isSuspended({ suspended })) {
    throw new AppError("bad_request", "That moment has passed.", { until: "must be in the future" });
  }
  await transaction(async (session) => {
    await PersonModel.updateOne({ _id: person._id }, { $set: { suspended }, $inc: { rev: 1 } }, { session });
    await endSessions({ personId: person._id }, session);
  });
  return presentPerson(await accessPerson(input.id));
}

export async function unsuspendPerson(me: Me, { id }: { id: string }): Promise<Person> {
  await accessPerson(id);
  if (!canRunCompany(me)) throw new AppError("forbidden", "Only an admin can do that.");
  return update(id, { $set: { suspended: null } });
}

/** Every other session of mine ends with the old password. */
export async function setMyPassword(me: Me, input: { current: string; next: string }): Promise<Nothing> {
  const person = await accessPerson(me.id);
  if (!(await checkPassword(person.passwordHash, input.current))) {
    throw new AppError("wrong_password", "That is not your current password.", { current: "is not right" });
  }
  await setPassword(person._id, input.next, me.sessionId);
  return {};
}

export async function setPassword(
  personId: Types.ObjectId,
  password: string,
  keepSession?: string,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await transaction(async (session) => {
    await PersonModel.updateOne({ _id: personId }, { $set: { passwordHash } }, { session });
    const others = keepSession ? { _id: { $ne: new Types.ObjectId(keepSession) } } : {};
    await endSessions({ personId, ...others }, session);
  });
}

/** Throws `conflict` when the handle or the e-mail address is somebody's already. */
export async function update(id: string, change: UpdateQuery<StoredPerson>): Promise<Person> {
  try {
    const changed = await PersonModel.findOneAndUpdate(
      { _id: id },
      { ...change, $inc: { rev: 1 } },
      { returnDocument: "after" },
    ).lean<StoredPerson>();
    return await presentPerson(changed!);
  } catch (error) {
    throw isDuplicate(error) ? handleTaken() : error;
  }
}

export const handleTaken = () => new AppError("conflict", "That handle is taken.", { handle: "is taken" });
