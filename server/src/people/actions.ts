import { AppError } from "@meridian/shared/errors";
import type { EditPerson, Me, PeoplePage, Person } from "@meridian/shared/people";
import { canEditPerson, canRunCompany } from "@meridian/shared/people";
import type { Nothing } from "@meridian/shared/shape";
import { type ClientSession, Types, type UpdateQuery } from "mongoose";
import { audit } from "../audit/audit.ts";
import { changesBetween } from "../audit/changes.ts";
import { isDuplicate, transaction } from "../database/connect.ts";
import { OfficeModel } from "../offices/model.ts";
import { endSessions } from "../sessions/end.ts";
import { accessPerson, accessStaying, refuseFrozen, staying } from "./access.ts";
import { PersonModel, type StoredPerson, wordsOf } from "./model.ts";
import { checkPassword, hashPassword } from "./passwords.ts";
import { presentPerson } from "./present.ts";
import { pageOfPeople, wordsStarting } from "./search.ts";

export const showMe = async (me: Me): Promise<Me> => me;

export const showPerson = async (_me: Me, { id }: { id: string }): Promise<Person> =>
  presentPerson(await accessStaying(id));

export async function showPersonByHandle(_me: Me, { handle }: { handle: string }): Promise<Person> {
  const person = await PersonModel.findOne({ handle }).lean<StoredPerson>();
  if (!person) throw new AppError("not_found", "There is no such person.");
  return presentPerson(await staying(person));
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
  const { found, total, next } = await pageOfPeople(
    {
      // whoever has left is found by those who run the company only
      leftAt: null,
      ...(search.officeId && { officeId: search.officeId }),
      ...(search.skill && { skills: search.skill.toLowerCase() }),
      ...wordsStarting(search.q),
    },
    search,
  );
  return { people: await Promise.all(found.map(presentPerson)), total, next };
}

/** What a profile says in words; where and when somebody works are their settings. */
const said = ["name", "handle", "job", "skills", "about"] as const;

export async function editPerson(me: Me, { id, ...edit }: EditPerson): Promise<Person> {
  const person = await accessPerson(id);
  if (!canEditPerson(me, { id })) throw new AppError("forbidden", "You can only change your own profile.");
  if ((edit.role !== undefined || edit.leads !== undefined) && !canRunCompany(me)) {
    throw new AppError("forbidden", "Only an admin can change roles.");
  }
  if (edit.role !== undefined && edit.role !== me.role && id === me.id) {
    throw new AppError("forbidden", "Another admin has to take your role from you.");
  }
  const offices = [...(edit.leads ?? []), ...(edit.officeId ? [edit.officeId] : [])];
  if ((await OfficeModel.countDocuments({ _id: { $in: offices } })) !== new Set(offices).size) {
    throw new AppError("bad_request", "There is no such office.", { officeId: "is not an office" });
  }
  if (edit.handle && (await OfficeModel.exists({ slug: edit.handle }))) throw handleTaken();
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  if (edit.skills) given["skills"] = [...new Set(edit.skills.map((skill) => skill.toLowerCase()))];
  if (said.some((field) => field in given && String(given[field]) !== String(person[field])))
    refuseFrozen(me);
  const words = wordsOf({ ...person, ...given });
  return update(id, { $set: { ...given, words } }, (session, changed) =>
    auditEdit(me, person, changed, session),
  );
}

/** What an admin changed about somebody is written down; what people change about themselves is theirs. */
async function auditEdit(me: Me, was: StoredPerson, is: StoredPerson, session: ClientSession): Promise<void> {
  const { before, after } = changesBetween(editable(was), editable(is));
  const id = String(is._id);
  if (Object.keys(after).length === 0 || (id === me.id && !("role" in after || "leads" in after))) return;
  const action =
    "role" in after
      ? "person:role"
      : "leads" in after
        ? "person:leads"
        : "officeId" in after
          ? "person:office"
          : "person:changed";
  const target = { kind: "person" as const, id, name: is.name };
  await audit(session, { by: me, action, target, scope: { officeId: is.officeId }, before, after });
}

const editable = ({ name, handle, officeId, zone, job, skills, about, role, leads }: StoredPerson) => ({
  name,
  handle,
  officeId: String(officeId),
  zone,
  job,
  skills,
  about,
  role,
  leads: leads.map(String),
});

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
export async function update(
  id: string,
  change: UpdateQuery<StoredPerson>,
  within?: (session: ClientSession, changed: StoredPerson) => Promise<unknown>,
): Promise<Person> {
  try {
    const changed = await transaction(async (session) => {
      const found = await PersonModel.findOneAndUpdate(
        { _id: id },
        { ...change, $inc: { rev: 1 } },
        { session, returnDocument: "after" },
      ).lean<StoredPerson>();
      await within?.(session, found!);
      return found!;
    });
    return await presentPerson(changed);
  } catch (error) {
    throw isDuplicate(error) ? handleTaken() : error;
  }
}

export const handleTaken = () => new AppError("conflict", "That handle is taken.", { handle: "is taken" });
