import { AppError } from "@meridian/shared/errors";
import type { InvitedLine, TableLine } from "@meridian/shared/invitations";
import type { Me } from "@meridian/shared/people";
import { createHmac } from "node:crypto";
import type { ClientSession } from "mongoose";
import { audit } from "../audit/audit.ts";
import { slugOf } from "../channels/actions.ts";
import { clock } from "../clock.ts";
import { isDuplicate, transaction } from "../database/connect.ts";
import { OfficeModel, type StoredOffice } from "../offices/model.ts";
import { PersonModel } from "../people/model.ts";
import { hashToken } from "../sessions/tokens.ts";
import { newInvitation, refuseOthers } from "./actions.ts";
import { InvitationModel, type StoredInvitation } from "./model.ts";
import { readTable } from "./table.ts";

const linesMax = 500;

/** What would become of each line of a table. */
export async function checkTable(me: Me, { table }: { table: string }): Promise<{ lines: TableLine[] }> {
  refuseOthers(me);
  return { lines: (await plan(table)).lines };
}

export interface Invited {
  invited: (Omit<InvitedLine, "link"> & { token: string })[];
  lines: TableLine[];
}

/** Invites everybody who is new; what the lost answer to the same key held is answered again. */
export async function inviteTable(me: Me, input: { key: string; table: string }): Promise<Invited> {
  refuseOthers(me);
  try {
    return await invitePlanned(me, input);
  } catch (error) {
    // the same table at the same moment: it is there now
    if (isDuplicate(error)) return invitePlanned(me, input);
    throw error;
  }
}

function invitePlanned(me: Me, { key, table }: { key: string; table: string }): Promise<Invited> {
  const tokenFor = (email: string) => createHmac("sha256", key).update(email).digest("base64url");
  return transaction(async (session) => {
    const { lines, offices, open } = await plan(table, session);
    const fresh = lines.filter((line) => line.standing === "new");
    if (fresh.length > 0) {
      const invitations = fresh.map(({ email, name, job, office }) => {
        const officeId = offices.get(slugOf(office))!._id;
        return newInvitation(me, tokenFor(email), { email, name, job, role: "staff", officeId });
      });
      await InvitationModel.insertMany(invitations, { session });
      const emails = fresh.map(({ email }) => email);
      await audit(session, {
        by: me,
        action: "invitation:made",
        after: { count: emails.length, emails },
      });
    }
    const ours = (line: TableLine) =>
      line.standing === "new" || open.get(line.email)?.tokenHash === hashToken(tokenFor(line.email));
    const invited = lines
      .filter((line) => line.standing === "new" || line.standing === "invited")
      .filter(ours)
      .map(({ line, name, email }) => ({ line, name, email, token: tokenFor(email) }));
    return { invited, lines };
  });
}

interface Plan {
  lines: TableLine[];
  offices: Map<string, StoredOffice>;
  open: Map<string, StoredInvitation>;
}

async function plan(table: string, session?: ClientSession): Promise<Plan> {
  const read = readTable(table);
  if (read.length > linesMax) {
    throw new AppError("too_large", `At most ${linesMax} people at once.`, {
      table: `must be at most ${linesMax} lines`,
    });
  }
  const emails = read.map(({ email }) => email);
  const within = session ?? null;
  const offices = await OfficeModel.find().session(within).lean<StoredOffice[]>();
  const members = await PersonModel.find({ email: { $in: emails } })
    .select("email")
    .session(within)
    .lean();
  const invitations = await InvitationModel.find({ email: { $in: emails }, expiresAt: { $gt: clock.now() } })
    .sort({ _id: 1 })
    .session(within)
    .lean<StoredInvitation[]>();
  const officeBySlug = new Map(offices.map((office) => [slugOf(office.city), office]));
  const here = new Set(members.map(({ email }) => email));
  const open = new Map(invitations.map((one) => [one.email, one]));
  const seen = new Set<string>();
  const lines = read.map((line): TableLine => {
    const problems = [...line.problems];
    if (!officeBySlug.has(slugOf(line.office))) problems.push("office");
    if (line.email !== "" && seen.has(line.email)) problems.push("twice");
    seen.add(line.email);
    const standing =
      problems.length > 0
        ? "wrong"
        : here.has(line.email)
          ? "member"
          : open.has(line.email)
            ? "invited"
            : "new";
    return { ...line, problems, standing };
  });
  return { lines, offices: officeBySlug, open };
}
