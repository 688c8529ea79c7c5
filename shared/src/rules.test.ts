import { describe, expect, it } from "vitest";
import { canDeactivate } from "./accounts.ts";
import { canEditChannel, canMakePrivate, canPostIn, canSeeChannel } from "./channels.ts";
import { type Actor, canSuspend } from "./people.ts";
import { canEditPost, canModeratePost, canReact, canRemovePost, canReply } from "./posts.ts";
import { Emoji } from "./reactions.ts";

const id = (n: number) => String(n).padStart(24, "0");
const berlin = id(1);
const sydney = id(2);

const actor = (given: Partial<Actor> = {}): Actor => ({
  id: id(9),
  role: "staff",
  leads: [],
  privateChannelIds: [],
  ...given,
});
const people = {
  staff: actor(),
  lead: actor({ leads: [berlin] }),
  otherLead: actor({ leads: [sydney] }),
  admin: actor({ role: "admin" }),
  member: actor({ privateChannelIds: [id(14)] }),
  owner: actor({ id: id(20) }),
};

const channel = {
  id: id(10),
  kind: "topic",
  private: false,
  officeId: null,
  archived: false,
  createdBy: null,
  ownerIds: [] as string[],
} as const;
const places = {
  topic: channel,
  regional: { ...channel, id: id(11), kind: "office", officeId: berlin },
  announcements: { ...channel, id: id(12), kind: "announcements" },
  archived: { ...channel, id: id(13), archived: true },
  secret: { ...channel, id: id(14), private: true },
  owned: { ...channel, id: id(15), ownerIds: [id(20)] },
} as const;

/** Each rule over each person and place: what stands here is what holds. */
const table: [keyof typeof places, string, (keyof typeof people)[]][] = [
  ["topic", "see", ["staff", "lead", "otherLead", "admin", "member", "owner"]],
  ["secret", "see", ["member"]],
  ["topic", "post", ["staff", "lead", "otherLead", "admin", "member", "owner"]],
  ["announcements", "post", ["lead", "otherLead", "admin"]],
  ["archived", "post", []],
  ["secret", "post", ["member"]],
  ["regional", "moderate", ["lead", "admin"]],
  ["topic", "moderate", ["admin"]],
  ["secret", "moderate", []],
  ["regional", "edit", ["lead", "admin"]],
  ["topic", "edit", ["admin"]],
  ["owned", "edit", ["admin", "owner"]],
  ["owned", "make private", ["admin", "owner"]],
  ["regional", "make private", []],
  ["secret", "make private", []],
];

describe("who may do what where", () => {
  const rules: Record<string, (me: Actor, place: (typeof places)[keyof typeof places]) => boolean> = {
    see: canSeeChannel,
    post: canPostIn,
    moderate: (me, place) => canModeratePost(me, [place]),
    edit: canEditChannel,
    "make private": canMakePrivate,
  };
  it.each(table)("in %s, may %s: %j", (place, rule, allowed) => {
    const found = Object.entries(people).flatMap(([name, me]) =>
      rules[rule]!(me, places[place]) ? [name] : [],
    );
    expect(found).toEqual(allowed);
  });

  it("a lead moderates a post in several channels only if all of them are theirs", () => {
    expect(canModeratePost(people.lead, [places.regional, places.topic])).toBe(false);
    expect(canModeratePost(people.admin, [places.regional, places.topic])).toBe(true);
    expect(canModeratePost(people.admin, [])).toBe(false);
  });

  it("nobody closes their own account or an admin's", () => {
    expect(canDeactivate(people.admin, { id: id(9), role: "staff" })).toBe(false);
    expect(canDeactivate(people.admin, { id: id(8), role: "admin" })).toBe(false);
    expect(canDeactivate(people.admin, { id: id(8), role: "staff" })).toBe(true);
    expect(canDeactivate(people.lead, { id: id(8), role: "staff" })).toBe(false);
  });

  it("nobody suspends themself or an admin", () => {
    expect(canSuspend(people.admin, { id: id(9), role: "staff" })).toBe(false);
    expect(canSuspend(people.admin, { id: id(8), role: "admin" })).toBe(false);
    expect(canSuspend(people.admin, { id: id(8), role: "staff" })).toBe(true);
    expect(canSuspend(people.lead, { id: id(8), role: "staff" })).toBe(false);
  });
});

describe("a post in each state", () => {
  const author = { id: id(9), name: "", handle: "", officeId: berlin, avatar: null };
  const post = { author, state: "visible", removedBy: null, locked: false } as const;
  const posts = {
    visible: post,
    withdrawn: { ...post, state: "removed", removedBy: "author" },
    held: { ...post, state: "held" },
    hidden: { ...post, state: "hidden" },
    removed: { ...post, state: "removed", removedBy: "moderator" },
    purged: { ...post, state: "purged", removedBy: "moderator" },
    locked: { ...post, locked: true },
  } as const;
  it.each([
    ["edit", ["visible"]],
    ["remove", ["visible", "locked"]],
    ["reply", ["visible", "withdrawn"]],
    ["react", ["visible"]],
  ] as const)("may be asked to %s when it is %j", (rule, expected) => {
    const may = {
      edit: (one: (typeof posts)[keyof typeof posts]) => canEditPost(people.staff, one),
      remove: (one: (typeof posts)[keyof typeof posts]) => canRemovePost(people.staff, one),
      reply: canReply,
      react: canReact,
    }[rule];
    const found = Object.entries(posts).flatMap(([name, one]) => (may(one) ? [name] : []));
    expect(found).toEqual(expected);
  });
});

describe("an emoji", () => {
  it("is one pictograph, flag or keycap and nothing else", () => {
    for (const text of ["👍", "👍🏽", "❤️", "❤", "🇫🇷", "1️⃣", "👩‍👩‍👧"])
      expect([text, Emoji.safeParse(text).success]).toEqual([text, true]);
    for (const text of ["", "a", "1", "👍👍", "👍 ", "<b>", "🇫"])
      expect([text, Emoji.safeParse(text).success]).toEqual([text, false]);
  });
});
