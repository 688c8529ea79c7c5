import * as z from "zod/mini";
import { endpoint, openEndpoint } from "./endpoint.ts";
import { Email, Handle, Password, PersonBrief, Role } from "./people.ts";
import { SignedIn } from "./sessions.ts";
import { Id, Instant, line, Nothing } from "./shape.ts";

export const InvitationToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, "is not an invitation"));

export const Invitation = z.strictObject({
  id: Id,
  email: z.string(),
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

export const invitationsApi = {
  list: endpoint(
    "GET",
    "/invitations",
    z.strictObject({}),
    z.strictObject({ invitations: z.array(Invitation) }),
  ),
  /** The answer holds the link, once: only its hash is stored. */
  create: endpoint(
    "POST",
    "/invitations",
    NewInvitation,
    z.strictObject({ ...Invitation.shape, link: z.string() }),
  ),
  withdraw: endpoint("DELETE", "/invitations/:id", z.strictObject({ id: Id }), Nothing),
  /** What an invitation says, for the page that accepts it. */
  open: openEndpoint(
    "POST",
    "/invitations/open",
    z.strictObject({ token: InvitationToken }),
    z.strictObject({ email: z.string(), city: z.string(), companyName: z.string() }),
  ),
  accept: openEndpoint("POST", "/invitations/accept", AcceptInvitation, SignedIn),
};
