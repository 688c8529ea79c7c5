import { type Account, type AccountPage, type AccountsQuery, canDeactivate } from "@meridian/shared/accounts";
import type { AuditTarget } from "@meridian/shared/audit";
import { AppError } from "@meridian/shared/errors";
import { canSeeAdministration, canRunCompany, type Me } from "@meridian/shared/people";
import type { Nothing } from "@meridian/shared/shape";
import type { QueryFilter } from "mongoose";
import { audit } from "../audit/audit.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { accessPerson } from "../people/access.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { pageOfPeople, startingWith, wordsStarting } from "../people/search.ts";
import { endSessions } from "../sessions/end.ts";
import { presentAccount, presentAccounts } from "./present.ts";

/** Everybody who ever was here, in the order of names. */
export async function listAccounts(me: Me, query: AccountsQuery): Promise<AccountPage> {
  if (!canSeeAdministration(me)) throw new AppError("forbidden", "Only those who run the company see this.");
  const { found, total, next } = await pageOfPeople({ $and: conditionsOf(query) }, query);
  return { accounts: await presentAccounts(found), total, next };
}

function conditionsOf({ officeId, role, state, q }: AccountsQuery): QueryFilter<StoredPerson>[] {
  const conditions: QueryFilter<StoredPerson>[] = [{}];
  if (officeId) conditions.push({ officeId });
  if (role) conditions.push(role === "lead" ? { "leads.0": { $exists: true } } : { role });
  if (state) conditions.push(standing(state));
  if (q) conditions.push({ $or: [wordsStarting(q), { email: startingWith(q.toLowerCase()) }] });
  return conditions;
}

function standing(state: Account["state"]): QueryFilter<StoredPerson> {
  if (state === "deactivated") return { leftAt: { $ne: null } };
  const now = clock.now();
  return state === "suspended"
    ? {
        leftAt: null,
        suspended: { $ne: null },
        $or: [{ "suspended.until": null }, { "suspended.until": { $gt: now } }],
      }
    : { leftAt: null, $or: [{ suspended: null }, { "suspended.until": { $lte: now } }] };
}

/** They have left: every session ends in the same moment. */
export async function deactivate(me: Me, { id }: { id: string }): Promise<Account> {
  const person = await accessPerson(id);
  if (!canDeactivate(me, { id, role: person.role })) {
    throw new AppError("forbidden", "You can't close this account.");
  }
  await transaction(async (session) => {
    const { modifiedCount } = await PersonModel.updateOne(
      { _id: person._id, leftAt: null },
      { $set: { leftAt: clock.now() }, $inc: { rev: 1 } },
      { session },
    );
    if (modifiedCount === 0) return;
    await endSessions({ personId: person._id }, session);
    await audit(session, { by: me, action: "person:deactivated", target: targetOf(person) });
  });
  return presentAccount(await accessPerson(id));
}

export async function reactivate(me: Me, { id }: { id: string }): Promise<Account> {
  const person = await accessPerson(id);
  refuseOthers(me);
  if (person.merged) throw new AppError("conflict", "This account has gone into another one.");
  await transaction(async (session) => {
    const { modifiedCount } = await PersonModel.updateOne(
      { _id: person._id, leftAt: { $ne: null }, merged: null },
      { $set: { leftAt: null }, $inc: { rev: 1 } },
      { session },
    );
    if (modifiedCount === 0) return;
    await audit(session, { by: me, action: "person:reactivated", target: targetOf(person) });
  });
  return presentAccount(await accessPerson(id));
}

/** Signs somebody out of every browser; they may sign in again. */
export async function signOutAccount(me: Me, { id }: { id: string }): Promise<Nothing> {
  const person = await accessPerson(id);
  refuseOthers(me);
  await transaction(async (session) => {
    await endSessions({ personId: person._id }, session);
    await audit(session, { by: me, action: "person:signedOut", target: targetOf(person) });
  });
  return {};
}

export const targetOf = ({ _id, name }: StoredPerson): AuditTarget => ({
  kind: "person",
  id: String(_id),
  name,
});

function refuseOthers(me: Me): void {
  if (!canRunCompany(me)) throw new AppError("forbidden", "Only an admin can do that.");
}
