import { describe, expect, it } from "vitest";
import { canJudgeAppeal, canJudgeCase, canSanction, canSeeCase } from "./cases.ts";
import type { CaseAction } from "./caseHistory.ts";
import {
  CaseState,
  caseSteps,
  ContentState,
  contentSteps,
  isPending,
  nextCaseState,
  nextContentState,
} from "./caseStates.ts";
import { ruleText } from "./companyRules.ts";
import { appealEnds, decides, standTogether } from "./decisions.ts";
import { type Actor, canSeeDesk } from "./people.ts";

describe("a case", () => {
  /** Every state by every step: what stands here is all that may happen. */
  const table: Record<CaseState, string[]> = {
    open: ["claim→claimed"],
    claimed: ["release→open", "handOver→claimed", "uphold→upheld", "dismiss→dismissed"],
    upheld: ["appeal→appealed", "reverse→overturned", "close→closed"],
    dismissed: ["close→closed"],
    appealed: ["confirm→confirmed", "overturn→overturned"],
    confirmed: ["close→closed"],
    overturned: ["close→closed"],
    closed: [],
  };
  it.each(CaseState.options)("that is %s goes on as it should, and no other way", (state) => {
    const found = caseSteps.flatMap((step) => {
      const next = nextCaseState(state, step);
      return next ? [`${step}→${next}`] : [];
    });
    expect(found).toEqual(table[state]);
    expect(isPending(state)).toBe(state === "open" || state === "claimed");
  });

  it("comes to its end from every state", () => {
    const ends = (state: CaseState): boolean =>
      state === "closed" ||
      caseSteps.some((step) => {
        const next = nextCaseState(state, step);
        return (
          next !== null && CaseState.options.indexOf(next) > CaseState.options.indexOf(state) && ends(next)
        );
      });
    expect(CaseState.options.filter((state) => !ends(state))).toEqual([]);
  });
});

describe("what a post says", () => {
  const table: Record<ContentState, string[]> = {
    visible: ["hold→held", "hide→hidden", "remove→removed"],
    held: ["hide→hidden", "remove→removed", "restore→visible"],
    hidden: ["remove→removed", "restore→visible"],
    removed: ["restore→visible", "purge→purged"],
    purged: [],
  };
  it.each(ContentState.options)("and is %s goes on as it should, and no other way", (state) => {
    const found = contentSteps.flatMap((step) => {
      const next = nextContentState(state, step);
      return next ? [`${step}→${next}`] : [];
    });
    expect(found).toEqual(table[state]);
  });
});

const id = (n: number) => String(n).padStart(24, "0");
const berlin = id(1);
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
  otherLead: actor({ leads: [id(2)] }),
  auditor: actor({ role: "auditor" }),
  leadingAuditor: actor({ role: "auditor", leads: [berlin] }),
  admin: actor({ role: "admin" }),
};
const who = (may: (me: Actor) => boolean) =>
  Object.entries(people).flatMap(([name, me]) => (may(me) ? [name] : []));
const other = { id: id(8) };

describe("who does what at the desk", () => {
  it("is decided by whose care a case is in", () => {
    const berlins = { author: other, careOf: berlin };
    const admins = { author: other, careOf: null };
    expect(who(canSeeDesk)).toEqual(["lead", "otherLead", "auditor", "leadingAuditor", "admin"]);
    expect(who((me) => canSeeCase(me, berlins))).toEqual(["lead", "auditor", "leadingAuditor", "admin"]);
    expect(who((me) => canJudgeCase(me, berlins, []))).toEqual(["lead", "admin"]);
    expect(who((me) => canSeeCase(me, admins))).toEqual(["auditor", "leadingAuditor", "admin"]);
    expect(who((me) => canJudgeCase(me, admins, []))).toEqual(["admin"]);
  });

  it("is never done by those whom it is about, who reported it, or, at the appeal, who decided it", () => {
    const mine = { author: { id: id(9) }, careOf: berlin };
    const berlins = { author: other, careOf: berlin };
    expect(who((me) => canSeeCase(me, mine))).toEqual([]);
    expect(who((me) => canJudgeCase(me, mine, []))).toEqual([]);
    expect(who((me) => canJudgeCase(me, berlins, [id(9)]))).toEqual([]);
    expect(who((me) => canJudgeAppeal(me, berlins, [], id(9)))).toEqual([]);
    expect(who((me) => canJudgeAppeal(me, berlins, [], id(7)))).toEqual(["lead", "admin"]);
  });

  it("spares admins sanctions, and leaves suspending to admins", () => {
    const may = (me: Actor, role: Actor["role"]) =>
      (["warn", "freeze", "suspend"] as const).filter((action) => canSanction(me, action, { role }));
    expect(may(people.lead, "staff")).toEqual(["warn", "freeze"]);
    expect(may(people.admin, "staff")).toEqual(["warn", "freeze", "suspend"]);
    expect(may(people.admin, "admin")).toEqual(["warn"]);
  });
});

describe("what is decided at once", () => {
  it.each([
    [["dismiss"], true, true],
    [["hold"], true, false],
    [["hide", "warn"], true, true],
    [["remove", "freeze", "lock"], true, true],
    [["dismiss", "warn"], false, true],
    [["hide", "remove"], false, true],
    [["freeze", "suspend"], false, true],
    [["warn", "warn"], false, true],
  ] as [CaseAction[], boolean, boolean][])(
    "%j goes together: %s; decides: %s",
    (actions, together, deciding) => {
      expect([standTogether(actions), decides(actions)]).toEqual([together, deciding]);
    },
  );

  it("can be appealed for twenty days", () => {
    expect(appealEnds(new Date("2026-03-01T12:00:00Z")).toISOString()).toBe("2026-03-21T12:00:00.000Z");
  });
});

it("a rule is read in one's language, else in English, else in what there is", () => {
  const text = (title: string) => ({ title, description: "" });
  const texts = { en: text("Be kind"), fr: null, de: text("Sei nett") };
  expect(ruleText({ texts }, "de").title).toBe("Sei nett");
  expect(ruleText({ texts }, "fr").title).toBe("Be kind");
  expect(ruleText({ texts: { ...texts, en: null } }, "fr").title).toBe("Sei nett");
});
