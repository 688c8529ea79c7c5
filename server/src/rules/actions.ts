import { canEditRules, type Rule, ruleText } from "@meridian/shared/companyRules";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { Types } from "mongoose";
import { audit } from "../audit/audit.ts";
import { changesBetween } from "../audit/changes.ts";
import { transaction } from "../database/connect.ts";
import { rooms } from "../live/rooms.ts";
import type { Announce } from "../live/steps.ts";
import { presentRule, RuleModel, type StoredRule } from "./model.ts";

export async function listRules(): Promise<{ rules: Rule[] }> {
  const rules = await RuleModel.find().sort({ position: 1, _id: 1 }).lean<StoredRule[]>();
  return { rules: rules.map(presentRule) };
}

/** A rule to report or decide by; a company that came before rules had none gets by without. */
export async function accessRule(id: string): Promise<StoredRule> {
  const rule = await RuleModel.findById(id).lean<StoredRule>();
  if (!rule) throw new AppError("bad_request", "There is no such rule.", { ruleId: "is not a rule" });
  return rule;
}

export async function createRule(me: Me, { texts }: { texts: Rule["texts"] }): Promise<Rule> {
  refuseOthers(me);
  return transaction(async (session) => {
    const position = await RuleModel.countDocuments().session(session);
    if (position >= 100) throw new AppError("conflict", "A company has a hundred rules at most.");
    const rule: StoredRule = { _id: new Types.ObjectId(), rev: 1, texts, position, active: true };
    await RuleModel.insertMany([rule], { session });
    const { title } = ruleText({ texts }, "en");
    const target = { kind: "rule" as const, id: String(rule._id), name: title };
    await audit(session, { by: me, action: "rule:added", target, after: { texts } });
    return presentRule(rule);
  });
}

interface Edit {
  id: string;
  texts?: Rule["texts"] | undefined;
  position?: number | undefined;
  active?: boolean | undefined;
}

/** Old cases keep a rule's id: it is given up, never deleted. */
export async function editRule(me: Me, { id, ...edit }: Edit): Promise<Rule> {
  refuseOthers(me);
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  return transaction(async (session) => {
    const was = await RuleModel.findById(id).session(session).lean<StoredRule>();
    if (!was) throw new AppError("not_found", "There is no such rule.");
    const is = await RuleModel.findOneAndUpdate(
      { _id: id },
      { $set: given, $inc: { rev: 1 } },
      { session, returnDocument: "after" },
    ).lean<StoredRule>();
    const target = { kind: "rule" as const, id, name: ruleText(is!, "en").title };
    const changes = changesBetween({ ...presentRule(was) }, { ...presentRule(is!) });
    await audit(session, { by: me, action: "rule:changed", target, ...changes });
    return presentRule(is!);
  });
}

export const announceRule: Announce<StoredRule> = async ({ id, record }) => {
  if (!record) return [];
  const to = [rooms.company];
  return [{ step: "tell", type: "rule:changed", data: presentRule(record), subject: `rule:${id}`, to }];
};

function refuseOthers(me: Me): void {
  if (!canEditRules(me)) throw new AppError("forbidden", "Only an admin can change the company's rules.");
}
