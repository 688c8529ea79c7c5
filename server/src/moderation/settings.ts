import type { DeskSettings } from "@meridian/shared/desk";
import { AppError } from "@meridian/shared/errors";
import { canRunCompany, canSeeDesk, type Me } from "@meridian/shared/people";
import { audit } from "../audit/audit.ts";
import { changesBetween } from "../audit/changes.ts";
import { transaction } from "../database/connect.ts";
import { DeskSettingsModel, deskSettings, type StoredDeskSettings } from "../screening/settings.ts";

export async function showDeskSettings(me: Me): Promise<DeskSettings> {
  if (!canSeeDesk(me)) throw new AppError("forbidden", "Only moderators and auditors see the desk.");
  return deskSettings();
}

export async function editDeskSettings(
  me: Me,
  edit: { [Field in keyof DeskSettings]?: DeskSettings[Field] | undefined },
): Promise<DeskSettings> {
  if (!canRunCompany(me)) throw new AppError("forbidden", "Only an admin can change how the desk works.");
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  return transaction(async (session) => {
    const was = await deskSettings(session);
    const is = { ...was, ...given };
    await DeskSettingsModel.findOneAndUpdate(
      { _id: "desk" },
      { $set: is },
      { session, upsert: true },
    ).lean<StoredDeskSettings>();
    const target = { kind: "company" as const, id: "desk", name: "" };
    await audit(session, { by: me, action: "settings:changed", target, ...changesBetween(was, is) });
    return is;
  });
}
