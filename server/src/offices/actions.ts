import { AppError } from "@meridian/shared/errors";
import type { NewOffice, Office } from "@meridian/shared/offices";
import { canRunCompany, type Me } from "@meridian/shared/people";
import { type ClientSession, Types } from "mongoose";
import { audit } from "../audit/audit.ts";
import { changesBetween } from "../audit/changes.ts";
import { insertChannel, slugOf } from "../channels/actions.ts";
import { transaction } from "../database/connect.ts";
import { PersonModel } from "../people/model.ts";
import { OfficeModel, type StoredOffice } from "./model.ts";
import { presentOffice } from "./present.ts";

export async function listOffices(): Promise<{ offices: Office[] }> {
  return { offices: (await OfficeModel.find().sort({ city: 1 }).lean<StoredOffice[]>()).map(presentOffice) };
}

export async function createOffice(me: Me, draft: NewOffice): Promise<Office> {
  if (!canRunCompany(me)) throw new AppError("forbidden", "Only an admin can open an office.");
  return transaction(async (session) => {
    const office = presentOffice(await insertOffice(draft, session));
    await audit(session, { by: me, action: "office:opened", ...about(office), after: draft });
    return office;
  });
}

/** An office comes with its regional channel. Throws `conflict` when the city is there already. */
export async function insertOffice(draft: NewOffice, session?: ClientSession): Promise<StoredOffice> {
  const slug = slugOf(draft.city);
  // @sydney means the office: a person of that handle could not be named any more
  if (await PersonModel.exists({ handle: slug }).session(session ?? null)) {
    throw new AppError("conflict", `Somebody has the handle @${slug}.`, { city: "is somebody's handle" });
  }
  const officeId = new Types.ObjectId();
  const channel = await insertChannel(
    { name: draft.city, about: "", kind: "office", private: false, officeId },
    session,
  );
  const office: StoredOffice = {
    _id: officeId,
    rev: 1,
    slug,
    ...draft,
    channelId: channel._id,
  };
  await OfficeModel.insertMany([office], session ? { session } : {});
  return office;
}

type Edit = { id: string } & { [Field in keyof NewOffice]?: NewOffice[Field] | undefined };

export async function editOffice(me: Me, { id, ...edit }: Edit): Promise<Office> {
  if (!canRunCompany(me)) throw new AppError("forbidden", "Only an admin can change an office.");
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  return transaction(async (session) => {
    const was = await OfficeModel.findOneAndUpdate(
      { _id: id },
      { $set: given, $inc: { rev: 1 } },
      { session, returnDocument: "before" },
    ).lean<StoredOffice>();
    if (!was) throw new AppError("not_found", "There is no such office.");
    const is = presentOffice({ ...was, ...given, rev: was.rev + 1 });
    const changes = changesBetween(presentOffice(was), is);
    await audit(session, { by: me, action: "office:changed", ...about(is), ...changes });
    return is;
  });
}

const about = ({ id, city, channelId }: Office) => ({
  target: { kind: "office" as const, id, name: city },
  scope: { officeId: id, channelIds: [channelId] },
});
