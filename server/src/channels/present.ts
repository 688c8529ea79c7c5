import type { Channel, Membership } from "@meridian/shared/channels";
import type { StoredChannel, StoredMembership } from "./model.ts";

export const presentChannel = (stored: StoredChannel): Channel => ({
  id: String(stored._id),
  rev: stored.rev,
  slug: stored.slug,
  name: stored.name,
  about: stored.about,
  kind: stored.kind,
  private: stored.private,
  officeId: stored.officeId && String(stored.officeId),
  archived: stored.archived,
  createdBy: stored.createdBy && String(stored.createdBy),
  // absent in a database from before there were any
  ownerIds: (stored.ownerIds ?? []).map(String),
  createdAt: stored.createdAt.toISOString(),
});

export const presentMembership = (stored: StoredMembership): Membership => ({
  channelId: String(stored.channelId),
  rev: stored.rev,
  following: stored.following,
  muted: stored.muted,
  lastReadAt: stored.lastReadAt.toISOString(),
});
