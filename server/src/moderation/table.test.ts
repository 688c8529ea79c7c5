import { auditApi } from "@meridian/shared/audit";
import { casesApi } from "@meridian/shared/cases";
import { CaseState } from "@meridian/shared/caseStates";
import { rulesApi } from "@meridian/shared/companyRules";
import { decisionsApi } from "@meridian/shared/decisions";
import { deskApi } from "@meridian/shared/desk";
import type { Endpoint } from "@meridian/shared/endpoint";
import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { screeningApi } from "@meridian/shared/screening";
import { Types } from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";
import { CaseModel, type StoredCase } from "../cases/model.ts";
import {
  buildScene,
  type Name,
  names,
  objects,
  people,
  reset,
  snapshots,
  tokenOf,
  type What,
} from "../test/caseScene.ts";
import { buildChannel } from "../test/build.ts";
import { listenAs, request, useServer } from "../test/startServer.ts";

const server = useServer();

beforeAll(() => buildScene(server.node.url));

const seen = (kase: StoredCase) => ({ id: String(kase._id), rev: kase.rev });
const acts: Record<string, (kase: StoredCase) => [Endpoint, object]> = {
  show: (kase) => [casesApi.show, { id: String(kase._id) }],
  claim: (kase) => [casesApi.claim, seen(kase)],
  release: (kase) => [casesApi.release, seen(kase)],
  handOver: (kase) => [casesApi.handOver, { ...seen(kase), personId: people["admin"]!.id }],
  note: (kase) => [casesApi.note, { id: String(kase._id), text: "a note" }],
  decide: (kase) => [casesApi.act, { ...seen(kase), actions: ["warn"], reason: "r" }],
  judgeAppeal: (kase) => [casesApi.judgeAppeal, { ...seen(kase), outcome: "confirm", reason: "r" }],
  reverse: (kase) => [casesApi.reverse, { ...seen(kase), reason: "r" }],
};

/** Who sees and who judges what: what stands here is what holds. */
const care: Record<What, { see: Name[]; judge: Name[] }> = {
  "a post in Berlin's channel": {
    see: ["lead here", "auditor", "reporting admin", "admin"],
    judge: ["lead here", "admin"],
  },
  "a post of all": { see: ["auditor", "reporting admin", "admin"], judge: ["admin"] },
  "a private post": { see: ["auditor", "reporting admin", "admin"], judge: ["admin"] },
  "a profile": { see: ["auditor", "reporting admin", "admin"], judge: ["admin"] },
};

const decidedBy = (name: Name): Partial<StoredCase> => ({
  decision: {
    by: new Types.ObjectId(people[name]!.id),
    at: new Date(),
    actions: ["warn"],
    ruleId: null,
    reason: "r",
    until: null,
  },
  undo: {},
  outcome: "upheld",
  pendingKey: null,
});

/** A state in which the act makes sense, so that only the person decides. */
const stateFor = (act: string): Partial<StoredCase> => {
  if (act === "judgeAppeal") {
    const appeal = { text: "But", at: new Date(), outcome: null, reason: null, judgedBy: null };
    return { ...decidedBy("staff here"), state: "appealed", appeal };
  }
  if (act === "reverse") return { ...decidedBy("staff here"), state: "upheld" };
  if (act === "claim" || act === "show") return { state: "open" };
  return { state: "claimed", claimedBy: new Types.ObjectId(people["lead here"]!.id) };
};

describe.each(objects)("the case of %s", (what) => {
  it.each(Object.keys(acts))("lets those and no others %s", async (act) => {
    const { url } = server.node;
    const found: [Name, number][] = [];
    const expected: [Name, number][] = [];
    for (const name of names) {
      const kase = await reset(what, stateFor(act));
      const [endpoint, input] = acts[act]!(kase);
      const answer = await request(url, endpoint, input as never, tokenOf(name));
      found.push([name, answer.status]);
      const { see, judge } = care[what];
      const allowed = (act === "show" ? see : judge).includes(name);
      const refused = name === "nobody" ? 401 : name === "suspended" || see.includes(name) ? 403 : 404;
      expected.push([name, allowed ? 200 : refused]);
      if (!allowed) {
        expect(JSON.stringify(answer.body)).not.toContain("canary");
        const now = await CaseModel.findById(kase._id).lean<StoredCase>();
        expect([name, now!.rev, now!.state]).toEqual([name, kase.rev, kase.state]);
      }
    }
    expect(found).toEqual(expected);
  });
});

describe("a case in each state", () => {
  /** The acts that go through; all others are a conflict. A note is always possible. */
  const table: Record<CaseState, string[]> = {
    open: ["show", "claim", "release", "note", "decide"],
    claimed: ["show", "release", "handOver", "note", "decide"],
    upheld: ["show", "note", "reverse"],
    dismissed: ["show", "note"],
    appealed: ["show", "note", "judgeAppeal"],
    confirmed: ["show", "note"],
    overturned: ["show", "note"],
    closed: ["show", "note"],
  };
  it.each(CaseState.options)("that is %s takes what it should from an admin", async (state) => {
    const { url } = server.node;
    const through: string[] = [];
    for (const act of Object.keys(acts)) {
      const decided = state === "open" || state === "claimed" ? {} : decidedBy("lead here");
      const claimedBy = state === "open" ? null : new Types.ObjectId(people["lead here"]!.id);
      const appeal = { text: "But", at: new Date(), outcome: null, reason: null, judgedBy: null };
      const kase = await reset(objects[0], { ...decided, state, claimedBy, appeal });
      const [endpoint, input] = acts[act]!(kase);
      const answer = await request(url, endpoint, input as never, tokenOf("admin"));
      if (answer.ok) through.push(act);
      else expect([act, answer.status]).toEqual([act, 409]);
    }
    expect(through).toEqual(table[state]);
  });

  it("is not judged again by who decided it", async () => {
    const { url } = server.node;
    for (const [name, status] of [
      ["lead here", 403],
      ["admin", 200],
    ] as const) {
      const kase = await reset(objects[0], { ...stateFor("judgeAppeal"), ...decidedBy("lead here") });
      const [endpoint, input] = acts["judgeAppeal"]!(kase);
      expect((await request(url, endpoint, input as never, tokenOf(name))).status).toBe(status);
    }
  });
});

describe("what stands around the desk", () => {
  const everyone = names.filter((name) => name !== "nobody" && name !== "suspended");
  const desk: Name[] = ["lead here", "lead elsewhere", "auditor", "reporting admin", "admin"];
  const admins: Name[] = ["reporting admin", "admin"];
  const texts = { en: { title: "T", description: "" }, fr: null, de: null };
  const screen = { name: "S", test: { kind: "words", words: ["zzz"] }, action: "flag", ruleId: null };
  const calls: [string, Endpoint, () => object, Name[]][] = [
    ["read the list", casesApi.list, () => ({}), desk],
    ["read the rota", deskApi.rota, () => ({}), desk],
    ["read the figures", deskApi.figures, () => ({}), desk],
    ["read how the desk works", deskApi.settings, () => ({}), desk],
    ["change how the desk works", deskApi.editSettings, () => ({ raiseAfterHours: 4 }), admins],
    ["read the log", auditApi.list, () => ({}), ["auditor", ...admins]],
    ["read the rules", rulesApi.list, () => ({}), [...everyone]],
    ["add a rule", rulesApi.create, () => ({ texts }), admins],
    ["read the screens", screeningApi.list, () => ({}), ["auditor", ...admins]],
    ["try a screen", screeningApi.tryOut, () => ({ test: screen.test }), ["auditor", ...admins]],
    ["add a screen", screeningApi.create, () => screen, admins],
    [
      "read a decision",
      decisionsApi.show,
      () => ({ id: String(snapshots[objects[0]].kase._id) }),
      ["author"],
    ],
    [
      "hide a post from its menu",
      postsApi.hide,
      () => ({ id: String(snapshots[objects[0]].post!._id), reason: "r" }),
      ["lead here", "admin"],
    ],
    [
      "lock a thread from its menu",
      postsApi.lock,
      () => ({ id: String(snapshots[objects[0]].post!._id) }),
      ["lead here", ...admins],
    ],
    [
      "suspend somebody",
      peopleApi.suspend,
      () => ({ id: people["staff elsewhere"]!.id, reason: "r", until: null }),
      admins,
    ],
  ];
  it.each(calls)("lets those and no others %s", async (_what, endpoint, input, allowed) => {
    const through: Name[] = [];
    for (const name of names) {
      await reset(objects[0], { ...decidedBy("admin"), state: "upheld", undo: { locked: false } });
      const answer = await request(server.node.url, endpoint, input() as never, tokenOf(name));
      if (answer.ok) through.push(name);
      else expect([name, [401, 403, 404].includes(answer.status)]).toEqual([name, true]);
    }
    expect(through).toEqual(names.filter((name) => allowed.includes(name)));
  });

  it("reaches the sockets of those who see a case and of no others", async () => {
    const { url } = server.node;
    const listening = names.filter(
      (name) => name !== "nobody" && name !== "suspended" && name !== "staff elsewhere",
    );
    const listeners = await Promise.all(listening.map((name) => listenAs(url, tokenOf(name)!)));
    for (const what of objects) {
      const { kase } = snapshots[what];
      await reset(what);
      await CaseModel.updateOne({ _id: kase._id }, { $inc: { rev: 50 } });
      const marker = await buildChannel(url, people["admin"]!);
      await Promise.all(
        listeners.map((one) =>
          one.until((l) => l.heard("channel:changed").some(({ id }) => id === marker.id)),
        ),
      );
      const heard = listening.filter((_, n) =>
        listeners[n]!.heard("case:changed").some(({ id, rev }) => id === String(kase._id) && rev > 50),
      );
      expect([what, heard]).toEqual([what, listening.filter((name) => care[what].see.includes(name))]);
    }
    for (const listener of listeners) listener.close();
  });
});
