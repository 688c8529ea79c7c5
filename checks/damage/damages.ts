export interface Edit {
  file: string;
  /** Stands once in the file. */
  from: string;
  to: string;
}

/** A change that breaks a promise, and what has to fail by it. */
export interface Damage extends Edit {
  what: string;
  /** What else it takes. */
  and?: Edit;
  /** A test file of the same workspace, a story in a browser, or the id of a check, which is run in its small version. */
  noticedBy: { test: string } | { story: string } | { check: string };
}

const sockets = "server/src/live/sockets.ts";
const frames = "server/src/live/frames.ts";
const recent = "server/src/live/recent.ts";
const together = "server/src/database/together.ts";
const memberships = "server/src/channels/announce.ts";

export const damages: Damage[] = [
  {
    what: "a post is acknowledged before it is written",
    file: together,
    from: "await model.collection.insertMany(records as never[], { ordered: false });",
    to: "void model.collection.insertMany(records as never[], { ordered: false }).catch(() => {});",
    noticedBy: { check: "D1" },
  },
  {
    what: "a post is told before it is written",
    file: "server/src/posts/actions.ts",
    from: "session ? PostModel.insertMany([stored], { session }) : insertPost(stored);",
    to: `presentPostFor(me, stored).then((data) => {
        globalThis.tellEarly({ type: "post:created", data, subject: "", to: ["company"] });
        return session ? PostModel.insertMany([stored], { session }) : insertPost(stored);
      });`,
    and: {
      file: sockets,
      from: "this.#strangers = new Strangers(this.io.engine);",
      to: "this.#strangers = new Strangers(this.io.engine); globalThis.tellEarly = (tell) => this.tellNow(tell);",
    },
    noticedBy: { check: "D4" },
  },
  {
    what: "a broadcast overtakes what waits",
    file: "server/src/live/broadcast.ts",
    from: "if (!transport.writable || writeBuffer.length > 0) return false;",
    to: "",
    noticedBy: { test: "src/live/broadcast.test.ts" },
  },
  {
    what: "a lost connection is read as: all were written",
    file: together,
    from: "if (error.insertedCount + refused.size !== records.length) throw error;",
    to: "",
    noticedBy: { test: "src/database/inserter.test.ts" },
  },
  {
    what: "writes wait for one mongod instead of a majority",
    file: "server/src/database/connect.ts",
    from: 'w: "majority",\n    journal: true,\n    readConcernLevel',
    to: "w: 1,\n    journal: true,\n    readConcernLevel",
    noticedBy: { check: "D4" },
  },
  {
    what: "a key makes no post one of a kind",
    file: "server/src/posts/model.ts",
    from: "schema.index({ authorId: 1, key: 1 }, { unique: true });",
    to: "schema.index({ authorId: 1, key: 1 });",
    noticedBy: { test: "src/posts/posts.test.ts" },
  },
  {
    what: "what a tick holds goes out after joining, before the replay",
    file: sockets,
    from: "        this.#frames.flush();\n        void socket.join(roomsOf(me));",
    to: "        void socket.join(roomsOf(me));\n        this.#frames.flush();",
    noticedBy: { test: "src/live/sockets.test.ts" },
  },
  {
    what: "who arrives is not asked again when authority has changed meanwhile",
    file: sockets,
    from: "if (authority !== this.#authority) continue;",
    to: "",
    noticedBy: { test: "src/live/sockets.test.ts" },
  },
  {
    what: "who is taken out of a channel stays in its room",
    file: sockets,
    from: "this.io.in(step.sockets).socketsLeave(step.room);",
    to: "{}",
    noticedBy: { test: "src/posts/posts.test.ts" },
  },
  {
    what: "a lost stream leaves the sockets as they are",
    file: sockets,
    from: "    this.#authority += 1;\n    this.io.disconnectSockets(true);",
    to: "    this.#authority += 1;",
    noticedBy: { test: "src/live/sockets.test.ts" },
  },
  {
    what: "what a tick held stays held when it was sent",
    file: frames,
    from: "    this.clear();\n    if (held.size > 0)",
    to: "    if (held.size > 0)",
    noticedBy: { test: "src/live/frames.test.ts" },
  },
  {
    what: "a replay doesn't ask for whom it is",
    file: recent,
    from: "if (kept.to.some((room) => mine.has(room)) && !kept.except.some((room) => mine.has(room))) {",
    to: "{",
    noticedBy: { test: "src/live/live.test.ts" },
  },
  {
    what: "a replay keeps the states before the newest",
    file: recent,
    from: "stale.forEach((kept) => this.#forget(kept));",
    to: "",
    noticedBy: { test: "src/live/live.test.ts" },
  },
  {
    what: "a replay forgets one event of fifty",
    file: recent,
    from: "if (kept.cursor <= cursor) continue;",
    to: "if (kept.cursor <= cursor || Math.random() < 0.02) continue;",
    noticedBy: { check: "R1" },
  },
  {
    what: "a place that is out of reach is taken as if nothing was missed",
    file: recent,
    from: "if (cursor < this.#from) return null;",
    to: "if (cursor < this.#from) return [];",
    noticedBy: { test: "src/live/live.test.ts" },
  },
  {
    what: "a change of membership leaves the memory of private channels as it is",
    file: memberships,
    from: "if (came) forgetPrivateChannels(String(record.personId));",
    to: "",
    noticedBy: { check: "A4" },
  },
  {
    what: "the deletion of a membership leaves it as it is too",
    file: memberships,
    from: "    forgetMemberships();\n    return [];",
    to: "    return [];",
    noticedBy: { check: "A4" },
  },
  {
    what: "a finished page outlives what the other server writes",
    file: "server/src/posts/newest.ts",
    from: "forgetNewest(change.record.channelIds);\n    else pages.forgetAll();",
    to: "{}",
    noticedBy: { test: "src/posts/newest.test.ts" },
  },
  {
    what: "a post that was on its way while its channel was closed stays open to all",
    file: "server/src/posts/announce.ts",
    from: 'operation === "insert" ? await encloseLate(stored) : stored',
    to: "stored",
    noticedBy: { test: "src/posts/enclose.test.ts" },
  },
  {
    what: "the client forgets one event",
    file: "client/src/posts/events.ts",
    from: '"post:changed": (post) => {\n    place(post);',
    to: '"post:changed": (post) => {',
    noticedBy: { check: "R6" },
  },
  {
    what: "the client changes only what has arrived, not what is on its way",
    file: "client/src/lib/cache.ts",
    from: "for (const change of changes) apply(event.query, change);",
    to: "",
    noticedBy: { test: "src/lib/cache.test.ts" },
  },
  {
    what: "a page that was drawn for somebody is given to the service worker, for everybody",
    file: "server/src/pages/home.ts",
    from: 'if (request.get("sec-fetch-dest") !== "document") return undefined;',
    to: "",
    noticedBy: { story: "a page is drawn for whoever opens it" },
  },
  {
    what: "what happens while a page waits for its code is missed",
    file: "client/src/main.tsx",
    from: 'startingFrom(drawn?.dataset["position"] ?? null);',
    to: "",
    noticedBy: { story: "what happens while the page waits" },
  },
  {
    what: "what was read stays in the browser of who signs out",
    file: "client/src/app/App.tsx",
    from: 'void import("../lib/seen.ts").then(({ forgetSeen }) => forgetSeen()).catch(() => {});',
    to: "",
    noticedBy: { story: "nothing that was read stays" },
  },
];

/** The file of an edit as it is with it. @throws when the file has changed since the edit was written */
export function edited(whole: string, { file, from, to }: Edit): string {
  if (whole.split(from).length !== 2) throw new Error(`${file} has changed: where is ${from} now?`);
  return whole.replace(from, () => to);
}
