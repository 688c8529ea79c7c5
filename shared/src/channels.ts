import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { type Actor, PersonBrief } from "./people.ts";
import { Id, Instant, line, Nothing, optionalLine } from "./shape.ts";

export const ChannelKind = z.enum(["office", "topic", "announcements"]);

export const Channel = z.strictObject({
  id: Id,
  rev: z.int(),
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  kind: ChannelKind,
  /** Seen and joined by its members only. */
  private: z.boolean(),
  officeId: z.nullable(Id),
  archived: z.boolean(),
  createdBy: z.nullable(Id),
  /** People who keep it in order besides whoever made it. */
  ownerIds: z.array(Id),
  createdAt: Instant,
});
export type Channel = z.infer<typeof Channel>;

/** Where one person stands in one channel. */
export const Membership = z.strictObject({
  channelId: Id,
  following: z.boolean(),
  muted: z.boolean(),
  lastReadAt: Instant,
  rev: z.int(),
});
export type Membership = z.infer<typeof Membership>;

/** A post that somebody has not read yet: counted, not shown. */
export const UnreadPost = z.strictObject({ id: Id, at: Instant });
export type UnreadPost = z.infer<typeof UnreadPost>;

export const Unread = z.strictObject({
  /** The newest 100 at most, a channel each. */
  channels: z.array(z.strictObject({ channelId: Id, lastReadAt: Instant, posts: z.array(UnreadPost) })),
  mentions: z.strictObject({ lastReadAt: Instant, posts: z.array(UnreadPost) }),
});
export type Unread = z.infer<typeof Unread>;

export const NewChannel = z.strictObject({
  name: line(60),
  about: optionalLine(250),
  private: z.boolean(),
});
export const EditChannel = z.strictObject({
  id: Id,
  name: z.optional(line(60)),
  about: z.optional(optionalLine(250)),
  archived: z.optional(z.boolean()),
});

const OneOf = z.strictObject({ id: Id, personId: Id });

export const channelsApi = {
  list: endpoint(
    "GET",
    "/channels",
    z.strictObject({}),
    z.strictObject({ channels: z.array(Channel), memberships: z.array(Membership) }),
  ),
  create: endpoint("POST", "/channels", NewChannel, Channel),
  show: endpoint("GET", "/channels/:id", z.strictObject({ id: Id }), Channel),
  edit: endpoint("PATCH", "/channels/:id", EditChannel, Channel),
  /** Who follows it stays as a member, nobody else sees it any more. There is no way back. */
  makePrivate: endpoint("PUT", "/channels/:id/private", z.strictObject({ id: Id }), Channel),
  addOwner: endpoint("PUT", "/channels/:id/owners/:personId", OneOf, Channel),
  removeOwner: endpoint("DELETE", "/channels/:id/owners/:personId", OneOf, Channel),
  /** Follow (and be a member), muted or not. A private channel is joined by invitation only. */
  follow: endpoint(
    "PUT",
    "/channels/:id/membership",
    z.strictObject({ id: Id, muted: z.optional(z.boolean()) }),
    Membership,
  ),
  unfollow: endpoint("DELETE", "/channels/:id/membership", z.strictObject({ id: Id }), Nothing),
  members: endpoint(
    "GET",
    "/channels/:id/members",
    z.strictObject({ id: Id }),
    z.strictObject({ members: z.array(PersonBrief) }),
  ),
  addMember: endpoint("PUT", "/channels/:id/members/:personId", OneOf, Nothing),
  removeMember: endpoint("DELETE", "/channels/:id/members/:personId", OneOf, Nothing),
  /** Everything up to `at` is read. Never moves back. */
  read: endpoint("PUT", "/channels/:id/read", z.strictObject({ id: Id, at: Instant }), Nothing),
  unread: endpoint("GET", "/unread", z.strictObject({}), Unread),
  readMentions: endpoint("PUT", "/mentions/read", z.strictObject({ at: Instant }), Nothing),
};

export interface ChannelEvents {
  "channel:changed": Channel;
  /** A channel that its receiver may no longer see. */
  "channel:gone": { id: Id };
  "membership:changed": Membership;
  /** channelId null: the mentions of me. */
  "read:changed": { channelId: Id | null; lastReadAt: Instant };
}

type Place = Pick<Channel, "id" | "kind" | "private" | "officeId" | "archived">;
type Kept = Place & Pick<Channel, "createdBy"> & { ownerIds: readonly string[] };

export const canSeeChannel = (me: Actor, channel: Pick<Channel, "id" | "private">) =>
  !channel.private || me.privateChannelIds.includes(channel.id);

/** Leads and admins only start threads in the announcements channel; an archived channel takes none. */
export const canPostIn = (me: Actor, channel: Place) =>
  !channel.archived &&
  canSeeChannel(me, channel) &&
  (channel.kind !== "announcements" || me.role === "admin" || me.leads.length > 0);

/** An admin everywhere they can see, a lead in the channels of the offices that they lead. */
export const canModerateChannel = (me: Actor, channel: Pick<Channel, "id" | "private" | "officeId">) =>
  canSeeChannel(me, channel) &&
  (me.role === "admin" ||
    (me.role === "staff" && channel.officeId !== null && me.leads.includes(channel.officeId)));

/** Whoever made a channel keeps it in order too, and whom they or an admin named. */
export const canEditChannel = (me: Actor, channel: Kept) =>
  canModerateChannel(me, channel) ||
  (canSeeChannel(me, channel) && (channel.createdBy === me.id || channel.ownerIds.includes(me.id)));

/** Offices' channels and the announcements are everybody's. */
export const canMakePrivate = (me: Actor, channel: Kept) =>
  channel.kind === "topic" && !channel.private && canEditChannel(me, channel);

export const canPinIn = canEditChannel;
