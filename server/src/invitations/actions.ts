import { AppError } from "@meridian/shared/errors";
import type { Invitation } from "@meridian/shared/invitations";
import { canInvite, type Me, type PersonBrief, type Role } from "@meridian/shared/people";
import type { Nothing } from "@meridian/shared/shape";
import { randomBytes } from "node:crypto";
import { Types } from "mongoose";
import { clock } from "../clock.ts";
import { followFirstChannels } from "../company/arrive.ts";
import { showCompany } from "../company/firstRun.ts";
import { transaction } from "../database/connect.ts";
import { OfficeModel } from "../offices/model.ts";
import { insertPerson } from "../people/insert.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { hashPassword } from "../people/passwords.ts";
import { briefsOf } from "../people/present.ts";
import { hashToken } from "../sessions/tokens.ts";
import { InvitationModel, type StoredInvitation } from "./model.ts";

const goodForDays = 7;

export async function listInvitations(me: Me): Promise<{ invitations: Invitation[] }> {
  refuseOthers(me);
  const found = await InvitationModel.find({ expiresAt: { $gt: clock.now() } })
    .sort({ createdAt: -1 })
    .limit(500)
    .lean<StoredInvitation[]>();
  const people = await briefsOf(found.map((one) => one.invitedBy));
  return { invitations: found.map((one) => present(one, people)) };
}

interface Draft {
  email: string;
  officeId: string;
  role: Role;
}

/** Answers the invitation with the token for its link: only a hash is kept, so it is shown this once. */
export async function invite(me: Me, draft: Draft): Promise<Invitation & { token: string }> {
  refuseOthers(me);
  if (!(await OfficeModel.exists({ _id: draft.officeId }))) {
    throw new AppError("bad_request", "There is no such office.", { officeId: "is not an office" });
  }
  if (await PersonModel.exists({ email: draft.email })) {
    throw new AppError("conflict", "Someone with this address is here already.", { email: "is taken" });
  }
  const token = randomBytes(32).toString("base64url");
  const invitation: StoredInvitation = {
    _id: new Types.ObjectId(),
    tokenHash: hashToken(token),
    email: draft.email,
    officeId: new Types.ObjectId(draft.officeId),
    role: draft.role,
    invitedBy: new Types.ObjectId(me.id),
    createdAt: clock.now(),
    expiresAt: new Date(clock.millis() + goodForDays * 86_400_000),
  };
  await InvitationModel.insertOne(invitation);
  return { ...present(invitation, await briefsOf([me.id])), token };
}

export async function withdrawInvitation(me: Me, { id }: { id: string }): Promise<Nothing> {
  refuseOthers(me);
  await InvitationModel.deleteOne({ _id: id });
  return {};
}

export async function openInvitation(
  _me: null,
  { token }: { token: string },
): Promise<{ email: string; city: string; companyName: string }> {
  const invitation = await accessInvitation(token);
  const office = await OfficeModel.findById(invitation.officeId).lean();
  return { email: invitation.email, city: office?.city ?? "", companyName: (await showCompany()).name };
}

interface Acceptance {
  token: string;
  name: string;
  handle: string;
  password: string;
}

/** Makes the person that the invitation was for; it works once. */
export async function acceptInvitation(input: Acceptance): Promise<StoredPerson> {
  await accessInvitation(input.token);
  const passwordHash = await hashPassword(input.password);
  return transaction(async (session) => {
    const invitation = await InvitationModel.findOneAndDelete(
      { tokenHash: hashToken(input.token), expiresAt: { $gt: clock.now() } },
      { session },
    ).lean<StoredInvitation>();
    if (!invitation) throw gone();
    const { name, handle } = input;
    const { email, officeId, role } = invitation;
    const person = await insertPerson({ name, handle, email, passwordHash, officeId, role }, session);
    await followFirstChannels(person, session);
    return person;
  });
}

async function accessInvitation(token: string): Promise<StoredInvitation> {
  const invitation = await InvitationModel.findOne({
    tokenHash: hashToken(token),
    expiresAt: { $gt: clock.now() },
  }).lean<StoredInvitation>();
  if (!invitation) throw gone();
  return invitation;
}

const gone = () => new AppError("not_found", "This invitation was used, withdrawn or has expired.");

function refuseOthers(me: Me): void {
  if (!canInvite(me)) throw new AppError("forbidden", "Only an admin can invite people.");
}

const present = (stored: StoredInvitation, people: Map<string, PersonBrief>): Invitation => ({
  id: String(stored._id),
  email: stored.email,
  officeId: String(stored.officeId),
  role: stored.role,
  invitedBy: people.get(String(stored.invitedBy))!,
  createdAt: stored.createdAt.toISOString(),
  expiresAt: stored.expiresAt.toISOString(),
});
