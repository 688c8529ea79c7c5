import * as z from "zod/mini";
import { endpoint, openEndpoint } from "./endpoint.ts";
import { Email, Handle, Password, PersonBrief, Role } from "./people.ts";
import { SignedIn } from "./sessions.ts";
import { Id, Instant, Limit, line, Nothing, optionalLine, paragraphs } from "./shape.ts";

export const InvitationToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, "is not an invitation"));

export const Invitation = z.strictObject({
  id: Id,
  email: z.string(),
  /** As whoever invites knows them; they may write it otherwise. */
  name: z.string(),
  officeId: Id,
  role: Role,
  invitedBy: PersonBrief,
  createdAt: Instant,
  expiresAt: Instant,
});
export type Invitation = z.infer<typeof Invitation>;

export const NewInvitation = z.strictObject({ email: Email, officeId: Id, role: Role });

export const AcceptInvitation = z.strictObject({
  token: InvitationToken,
  name: line(80),
  handle: Handle,
  password: Password,
});

/** Lines of name, e-mail address, office and, if known, job: as CSV with commas, semicolons or tabs. */
const Table = paragraphs(90_000);

/** What is wrong with a line. `twice`: the same address stands further up. */
export const LineProblem = z.enum(["name", "email", "office", "job", "columns", "twice"]);
export type LineProblem = z.infer<typeof LineProblem>;

export const TableLine = z.strictObject({
  /** As a text editor counts them, from 1. */
  line: z.int(),
  name: z.string(),
  email: z.string(),
  office: z.string(),
  job: z.string(),
  /** `invited` has a link already, `member` is here already: neither gets another one. */
  standing: z.enum(["new", "invited", "member", "wrong"]),
  problems: z.array(LineProblem),
});
export type TableLine = z.infer<typeof TableLine>;

export const TableCheck = z.strictObject({ lines: z.array(TableLine) });

/** 256 random bits that the links of one table are made from: the same key again answers the same links. */
export const TableKey = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, "must be 43 letters and digits"));

export const InvitedLine = z.strictObject({
  line: z.int(),
  name: z.string(),
  email: z.string(),
  link: z.string(),
});
export type InvitedLine = z.infer<typeof InvitedLine>;

export const InvitationsQuery = z.strictObject({
  /** Matches the start of the e-mail address. */
  q: z.optional(optionalLine(80)),
  /** The last one of the page before. */
  before: z.optional(Id),
  limit: Limit,
});

export const invitationsApi = {
  list: endpoint(
    "GET",
    "/invitations",
    InvitationsQuery,
    z.strictObject({
      invitations: z.array(Invitation),
      total: z.int(),
      next: z.nullable(Id),
    }),
  ),
  /** The answer holds the link, once: only its hash is stored. */
  create: endpoint(
    "POST",
    "/invitations",
    NewInvitation,
    z.strictObject({ ...Invitation.shape, link: z.string() }),
  ),
  /** What would become of each line. Changes nothing. */
  checkTable: endpoint("POST", "/invitations/table/check", z.strictObject({ table: Table }), TableCheck),
  /** Invites whom it can and names the lines that it can't; sent twice with one key, nobody is invited twice. */
  inviteTable: endpoint(
    "POST",
    "/invitations/table",
    z.strictObject({ key: TableKey, table: Table }),
    z.strictObject({ invited: z.array(InvitedLine), lines: z.array(TableLine) }),
  ),
  withdraw: endpoint("DELETE", "/invitations/:id", z.strictObject({ id: Id }), Nothing),
  /** What an invitation says, for the page that accepts it. */
  open: openEndpoint(
    "POST",
    "/invitations/open",
    z.strictObject({ token: InvitationToken }),
    z.strictObject({ email: z.string(), name: z.string(), city: z.string(), companyName: z.string() }),
  ),
  accept: openEndpoint("POST", "/invitations/accept", AcceptInvitation, SignedIn),
};
