import type { Company } from "@meridian/shared/company";
import { AppError } from "@meridian/shared/errors";
import { canRunCompany, type Me } from "@meridian/shared/people";
import { audit } from "../audit/audit.ts";
import { transaction } from "../database/connect.ts";
import { rooms } from "../live/rooms.ts";
import type { Announce } from "../live/steps.ts";
import { CompanyModel, type StoredCompany } from "./model.ts";

export async function editCompany(me: Me, { name }: { name: string }): Promise<Company> {
  if (!canRunCompany(me)) throw new AppError("forbidden", "Only an admin can rename the company.");
  await transaction(async (session) => {
    const was = await CompanyModel.findOneAndUpdate(
      { _id: "company", name: { $ne: name } },
      { $set: { name } },
      { session, returnDocument: "before" },
    ).lean<StoredCompany>();
    if (!was) return;
    await audit(session, {
      by: me,
      action: "company:changed",
      target: { kind: "company", id: "company", name },
      before: { name: was.name },
      after: { name },
    });
  });
  return { name, ready: true };
}

export const announceCompany: Announce<StoredCompany> = async ({ record }) => {
  if (!record) return [];
  const data = { name: record.name, ready: true };
  return [{ step: "tell", type: "company:changed", data, subject: "company", to: [rooms.company] }];
};
