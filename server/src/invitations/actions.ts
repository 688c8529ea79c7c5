import { AppError } from "@meridian/shared/errors";
import type { Invitation } from "@meridian/shared/invitations";
import {
  canInvite,
  canSeeAdministration,
  type Me,
  type PersonBrief,
  type Role,
} from "@meridian/shared/people";
import type { Nothing } from "@meridian/shared/shape";
import { randomBytes } from "node:crypto";
import { type QueryFilter, Types } from "mongoose";
import { audit } from "../audit/audit.ts";
import { clock } from "../clock.ts";
import { followFirstChannels } from "../company/arrive.ts";
import { showCompany } from "../company/firstRun.ts";
import { transaction } from "../database/connect.ts";
import { OfficeModel } from "../offices/model.ts";
import { insertPerson } from "../people/insert.ts";
import { PersonModel, type StoredPerson } from "../people/model.ts";
import { hashPassword } from "../people/passwords.ts";
import { briefsOf } from "../people/present.ts";
import { startingWith } from "../people/search.ts";
import { hashToken } from "../sessions/tokens.ts";
import { InvitationModel, type StoredInvitation } from "./model.ts";

const goodForDays = 7;

interface Listing {
  q?: string | undefined;
  before?: string | undefined;
  limit?: number | undefined;
}

/** The open invitations, the newest first. */
export async function listInvitations(me: Me, { q, before, limit = 50 }: Listing) {
  if (!canSeeAdministration(me)) throw new AppError("forbidden", "Only those who run the company see this.");
  const open: QueryFilter<StoredInvitation> = {
    expiresAt: { $gt: clock.now() },
    ...(q && { email: startingWith(q.toLowerCase()) }),
  };
  const found = await InvitationModel.find({ ...open, ...(before && { _id: { $lt: before } }) })
    .sort({ _id: -1 })
    .limit(limit + 1)
    .lean<StoredInvitation[]>();
  const shown = found.slice(0, limit);
  const people = await briefsOf(shown.map((one) => one.invitedBy));
  return {
    invitations: shown.map((one) => present(one, people)),
    total: await InvitationModel.countDocuments(open),
    next: found.length > limit ? String(shown.at(-1)!._id) : null,
  };
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
  const { email, role } = draft;
  const officeId = new Types.ObjectId(draft.officeId);
  const invitation = newInvitation(me, token, { email, role, officeId, name: "", job: "" });
  await transaction(async (session) => {
    await InvitationModel.insertMany([invitation], { session });
    await audit(session, {
      by: me,
      action: "invitation:made",
      target: { kind: "invitation", id: String(invitation._id), name: email },
      after: { email, role, officeId: draft.officeId },
    });
  });
  return { ...present(invitation, await briefsOf([me.id])), token };
}

type Invited = Pick<StoredInvitation, "email" | "role" | "officeId" | "name" | "job">;

/** An invitation for one person, that whoever has the token accepts. */
export const newInvitation = (me: Me, token: string, invited: Invited): StoredInvitation => ({
  _id: new Types.ObjectId(),
  tokenHash: hashToken(token),
  invitedBy: new Types.ObjectId(me.id),
  createdAt: clock.now(),
  expiresAt: new Date(clock.millis() + goodForDays * 86_400_000),
  ...invited,
});

export async function withdrawInvitation(me: Me, { id }: { id: string }): Promise<Nothing> {
  refuseOthers(me);
  await transaction(async (session) => {
    const gone = await InvitationModel.findOneAndDelete({ _id: id }, { session }).lean<StoredInvitation>();
    if (!gone) return;
    await audit(session, {
      by: me,
      action: "invitation:withdrawn",
      target: { kind: "invitation", id, name: gone.email },
      before: { email: gone.email, role: gone.role },
    });
  });
  return {};
}

export async function openInvitation(
  _me: null,
  { token }: { token: string },
): Promise<{ email: string; name: string; city: string; companyName: string }> {
  const invitation = await accessInvitation(token);
  const office = await OfficeModel.findById(invitation.officeId).lean();
  return {
    email: invitation.email,
    name: invitation.name ?? "",
    city: office?.city ?? "",
    companyName: (await showCompany()).name,
  };
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
    const { email, officeId, role, job } = invitation;
    const person = await insertPerson(
      { name, handle, email, passwordHash, officeId, role, job: job ?? "" },
      session,
    );
    await followFirstChannels(person, session);
    await audit(session, {
      by: { id: String(person._id), name },
      action: "invitation:accepted",
      target: { kind: "invitation", id: String(invitation._id), name: email },
      scope: { officeId },
      after: { role },
    });
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

export function refuseOthers(me: Me): void {
  if (!canInvite(me)) throw new AppError("forbidden", "Only an admin can invite people.");
}

const present = (stored: StoredInvitation, people: Map<string, PersonBrief>): Invitation => ({
  id: String(stored._id),
  email: stored.email,
  // absent in an invitation from before they held one
  name: stored.name ?? "",
  officeId: String(stored.officeId),
  role: stored.role,
  invitedBy: people.get(String(stored.invitedBy))!,
  createdAt: stored.createdAt.toISOString(),
  expiresAt: stored.expiresAt.toISOString(),
});
