import type { Signed } from "./build.ts";

export const nobody = "0".repeat(24);

export interface Sample {
  /** What a member of the private channel would send. */
  input: Record<string, unknown>;
  /** What a signed-in stranger hears, who is in no private channel and has no role. */
  stranger: number[];
}

const office = {
  city: "Lima",
  zone: "America/Lima",
  workingHours: { days: [1], from: "09:00", to: "17:00" },
  holidays: [],
};

/** Each endpoint with a sound input that aims at somebody else's private things. A new endpoint without one fails. */
export function samplesOf(ids: {
  channel: string;
  post: string;
  reply: string;
  /** A case about the post. */
  kase: string;
  owner: Signed;
  /** Another member. */
  member: string;
  office: string;
}): Record<string, Sample> {
  const open = [200];
  const absent = [404];
  const forbidden = [403];
  const { channel, post, reply, kase, owner } = ids;
  const setup = { setupToken: "x".repeat(43) };
  const admin = { name: "A", handle: "aaa", email: "a@example.com", password: "long enough", city: "Lima" };
  return {
    "GET /start": { input: {}, stranger: open },
    "GET /company": { input: {}, stranger: open },
    "PATCH /company": { input: { name: "Stolen" }, stranger: forbidden },
    "POST /company": { input: { ...setup, companyName: "C", offices: [office], admin }, stranger: [409] },
    "POST /company/example": { input: setup, stranger: [409] },
    "POST /sessions": { input: { email: "a@example.com", password: "wrong" }, stranger: [401] },
    "POST /sessions/refresh": { input: {}, stranger: [401] },
    "GET /sessions": { input: {}, stranger: open },
    "DELETE /sessions/:id": { input: { id: owner.sessionId }, stranger: absent },
    "GET /me": { input: {}, stranger: open },
    "PUT /me/password": { input: { current: "wrong", next: "long enough" }, stranger: [401] },
    "GET /people": { input: {}, stranger: open },
    "GET /people/:id": { input: { id: owner.id }, stranger: open },
    "GET /people/by-handle/:handle": { input: { handle: owner.person.handle }, stranger: open },
    "PATCH /people/:id": { input: { id: owner.id, name: "Stolen" }, stranger: forbidden },
    "DELETE /people/:id/avatar": { input: { id: owner.id }, stranger: forbidden },
    "PUT /people/:id/suspension": { input: { id: owner.id, reason: "r", until: null }, stranger: forbidden },
    "DELETE /people/:id/suspension": { input: { id: owner.id }, stranger: forbidden },
    "GET /accounts": { input: {}, stranger: forbidden },
    "PUT /accounts/:id/deactivation": { input: { id: owner.id }, stranger: forbidden },
    "DELETE /accounts/:id/deactivation": { input: { id: owner.id }, stranger: forbidden },
    "DELETE /accounts/:id/sessions": { input: { id: owner.id }, stranger: forbidden },
    "GET /accounts/:id/merge/:into": { input: { id: owner.id, into: ids.member }, stranger: forbidden },
    "POST /accounts/:id/merge": { input: { id: owner.id, into: ids.member }, stranger: forbidden },
    "GET /presence": { input: {}, stranger: open },
    "GET /invitations": { input: {}, stranger: forbidden },
    "POST /invitations": {
      input: { email: "new@example.com", officeId: ids.office, role: "admin" },
      stranger: forbidden,
    },
    "POST /invitations/table/check": { input: { table: "N,n@example.com,London" }, stranger: forbidden },
    "POST /invitations/table": {
      input: { key: "x".repeat(43), table: "N,n@example.com,London" },
      stranger: forbidden,
    },
    "DELETE /invitations/:id": { input: { id: nobody }, stranger: forbidden },
    "POST /invitations/open": { input: { token: "x".repeat(43) }, stranger: absent },
    "POST /invitations/accept": {
      input: { token: "x".repeat(43), name: "N", handle: "nnn", password: "long enough" },
      stranger: absent,
    },
    "GET /offices": { input: {}, stranger: open },
    "POST /offices": { input: office, stranger: forbidden },
    "PATCH /offices/:id": { input: { id: ids.office, city: "Stolen" }, stranger: forbidden },
    "GET /channels": { input: {}, stranger: open },
    "POST /channels": { input: { name: "Strangers", about: "", private: false }, stranger: open },
    "GET /channels/:id": { input: { id: channel }, stranger: absent },
    "PATCH /channels/:id": { input: { id: channel, name: "Stolen" }, stranger: absent },
    "PUT /channels/:id/private": { input: { id: channel }, stranger: absent },
    "PUT /channels/:id/owners/:personId": { input: { id: channel, personId: owner.id }, stranger: absent },
    "DELETE /channels/:id/owners/:personId": { input: { id: channel, personId: owner.id }, stranger: absent },
    "PUT /channels/:id/membership": { input: { id: channel }, stranger: absent },
    "DELETE /channels/:id/membership": { input: { id: channel }, stranger: absent },
    "GET /channels/:id/members": { input: { id: channel }, stranger: absent },
    "PUT /channels/:id/members/:personId": { input: { id: channel, personId: owner.id }, stranger: absent },
    "DELETE /channels/:id/members/:personId": {
      input: { id: channel, personId: owner.id },
      stranger: absent,
    },
    "PUT /channels/:id/read": { input: { id: channel, at: new Date().toISOString() }, stranger: absent },
    "GET /unread": { input: {}, stranger: open },
    "PUT /mentions/read": { input: { at: new Date().toISOString() }, stranger: open },
    "POST /posts": { input: { key: "stranger-key", channelIds: [channel], body: "in" }, stranger: absent },
    "GET /posts/:id": { input: { id: post }, stranger: absent },
    "PATCH /posts/:id": { input: { id: post, body: "Stolen" }, stranger: absent },
    "DELETE /posts/:id": { input: { id: post }, stranger: absent },
    "POST /posts/:id/restore": { input: { id: post }, stranger: absent },
    "GET /posts/:id/history": { input: { id: post }, stranger: absent },
    "GET /channels/:id/posts": { input: { id: channel }, stranger: absent },
    "GET /channels/:id/pinned": { input: { id: channel }, stranger: absent },
    "GET /home": { input: {}, stranger: open },
    "GET /offices/:id/posts": { input: { id: ids.office }, stranger: open },
    "GET /people/:id/posts": { input: { id: owner.id }, stranger: open },
    "GET /hashtags/:tag/posts": { input: { tag: "secrettag" }, stranger: open },
    "GET /hashtags": { input: { q: "secret" }, stranger: open },
    "GET /mentions": { input: {}, stranger: open },
    "GET /threads": { input: {}, stranger: open },
    "GET /saved": { input: {}, stranger: open },
    "PUT /posts/:id/pins/:channelId": { input: { id: post, channelId: channel }, stranger: absent },
    "DELETE /posts/:id/pins/:channelId": { input: { id: post, channelId: channel }, stranger: absent },
    "PUT /posts/:id/hidden": { input: { id: post, reason: "r" }, stranger: absent },
    "DELETE /posts/:id/hidden": { input: { id: post }, stranger: absent },
    "PUT /posts/:id/locked": { input: { id: post }, stranger: absent },
    "DELETE /posts/:id/locked": { input: { id: post }, stranger: absent },
    "GET /posts/:id/replies": { input: { id: post, around: reply }, stranger: absent },
    "POST /posts/:id/replies": { input: { id: post, key: "stranger-reply", body: "in" }, stranger: absent },
    "GET /marks": { input: {}, stranger: open },
    "PUT /posts/:id/saved": { input: { id: post }, stranger: absent },
    "DELETE /posts/:id/saved": { input: { id: post }, stranger: absent },
    "PUT /posts/:id/thread": { input: { id: post, thread: "muted" }, stranger: absent },
    "PUT /posts/:id/reactions/:emoji": { input: { id: post, emoji: "👍" }, stranger: absent },
    "DELETE /posts/:id/reactions/:emoji": { input: { id: post, emoji: "👍" }, stranger: absent },
    "GET /rules": { input: {}, stranger: open },
    "POST /rules": {
      input: { texts: { en: { title: "T", description: "" }, fr: null, de: null } },
      stranger: forbidden,
    },
    "PATCH /rules/:id": { input: { id: nobody, active: false }, stranger: forbidden },
    "POST /reports": {
      input: { target: { kind: "post", id: post }, ruleId: nobody, note: "" },
      stranger: absent,
    },
    "GET /reports": { input: {}, stranger: open },
    "GET /notices": { input: {}, stranger: open },
    "PUT /notices/read": { input: { at: new Date().toISOString() }, stranger: open },
    "GET /decisions": { input: {}, stranger: open },
    "GET /decisions/:id": { input: { id: kase }, stranger: absent },
    "POST /decisions/:id/appeal": { input: { id: kase, text: "But" }, stranger: absent },
    "POST /suspension/appeal": {
      input: { email: "a@example.com", password: "wrong", text: "But" },
      stranger: [401],
    },
    "GET /cases": { input: {}, stranger: forbidden },
    "GET /cases/:id": { input: { id: kase }, stranger: absent },
    "POST /cases/:id/claim": { input: { id: kase, rev: 1 }, stranger: absent },
    "POST /cases/:id/release": { input: { id: kase, rev: 1 }, stranger: absent },
    "POST /cases/:id/handover": { input: { id: kase, rev: 1, personId: owner.id }, stranger: absent },
    "POST /cases/:id/notes": { input: { id: kase, text: "note" }, stranger: absent },
    "POST /cases/:id/act": { input: { id: kase, rev: 1, actions: ["hide"], reason: "r" }, stranger: absent },
    "POST /cases/:id/appeal": {
      input: { id: kase, rev: 1, outcome: "overturn", reason: "r" },
      stranger: absent,
    },
    "POST /cases/:id/reverse": { input: { id: kase, rev: 1, reason: "r" }, stranger: absent },
    "POST /cases/:id/purge": { input: { id: kase, rev: 1, reason: "r" }, stranger: absent },
    "GET /moderation/settings": { input: {}, stranger: forbidden },
    "PATCH /moderation/settings": { input: { raiseAfterHours: 1 }, stranger: forbidden },
    "GET /moderation/rota": { input: {}, stranger: forbidden },
    "GET /moderation/figures": { input: {}, stranger: forbidden },
    "GET /screens": { input: {}, stranger: forbidden },
    "POST /screens": {
      input: { name: "S", test: { kind: "words", words: ["x"] }, action: "hold", ruleId: null },
      stranger: forbidden,
    },
    "PATCH /screens/:id": { input: { id: nobody, active: false }, stranger: forbidden },
    "DELETE /screens/:id": { input: { id: nobody }, stranger: forbidden },
    "POST /screens/try": { input: { test: { kind: "words", words: ["secret"] } }, stranger: forbidden },
    "GET /audit": { input: {}, stranger: forbidden },
    "GET /audit/export": { input: { format: "csv" }, stranger: forbidden },
    // these end the session that asks, so they come last and the second one finds nobody
    "DELETE /sessions/current": { input: {}, stranger: open },
    "DELETE /sessions": { input: {}, stranger: [401] },
  };
}
