import { AppError } from "@meridian/shared/errors";
import type { Me, PersonBrief } from "@meridian/shared/people";
import {
  canEditScreens,
  canReadScreens,
  type Screen,
  type ScreenAction,
  type ScreenTest,
} from "@meridian/shared/screening";
import type { Nothing } from "@meridian/shared/shape";
import { Types } from "mongoose";
import { audit } from "../audit/audit.ts";
import { changesBetween } from "../audit/changes.ts";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { briefsOf } from "../people/present.ts";
import { accessRule } from "../rules/actions.ts";
import { compile } from "./match.ts";
import { ScreenModel, type StoredScreen } from "./model.ts";
import { forgetScreens, testOf } from "./screens.ts";

/** Every post is looked at by all of them. */
const screensMax = 30;

interface Draft {
  name: string;
  test: ScreenTest;
  action: ScreenAction;
  ruleId: string | null;
}

export async function listScreens(me: Me): Promise<{ screens: Screen[] }> {
  if (!canReadScreens(me)) throw new AppError("forbidden", "Only admins and auditors see what is screened.");
  const found = await ScreenModel.find().sort({ createdAt: 1 }).lean<StoredScreen[]>();
  const people = await briefsOf(found.map((screen) => screen.createdBy));
  return { screens: found.map((screen) => present(screen, people)) };
}

export async function createScreen(me: Me, draft: Draft): Promise<Screen> {
  refuseOthers(me);
  await checkDraft(draft);
  const screen: StoredScreen = {
    _id: new Types.ObjectId(),
    rev: 1,
    active: true,
    createdBy: new Types.ObjectId(me.id),
    createdAt: clock.now(),
    ...stored(draft),
  } as StoredScreen;
  await transaction(async (session) => {
    if ((await ScreenModel.countDocuments().session(session)) >= screensMax) {
      throw new AppError("conflict", `A company has ${screensMax} screens at most.`);
    }
    await ScreenModel.insertMany([screen], { session });
    await audit(session, {
      by: me,
      action: "screen:added",
      target: targetOf(screen),
      after: factsOf(screen),
    });
  });
  forgetScreens();
  return present(screen, await briefsOf([screen.createdBy]));
}

type Edit = { id: string; active?: boolean | undefined } & {
  [Field in keyof Draft]?: Draft[Field] | undefined;
};

export async function editScreen(me: Me, { id, ...edit }: Edit): Promise<Screen> {
  refuseOthers(me);
  await checkDraft(edit);
  const screen = await transaction(async (session) => {
    const was = await ScreenModel.findById(id).session(session).lean<StoredScreen>();
    if (!was) throw absent();
    const given = { ...stored(edit), ...(edit.active !== undefined && { active: edit.active }) };
    const is = await ScreenModel.findOneAndUpdate(
      { _id: id },
      { $set: given, $inc: { rev: 1 } },
      { session, returnDocument: "after" },
    ).lean<StoredScreen>();
    const changes = changesBetween(factsOf(was), factsOf(is!));
    await audit(session, { by: me, action: "screen:changed", target: targetOf(is!), ...changes });
    return is!;
  });
  forgetScreens();
  return present(screen, await briefsOf([screen.createdBy]));
}

export async function removeScreen(me: Me, { id }: { id: string }): Promise<Nothing> {
  refuseOthers(me);
  await transaction(async (session) => {
    const was = await ScreenModel.findOneAndDelete({ _id: id }, { session }).lean<StoredScreen>();
    if (!was) return;
    await audit(session, { by: me, action: "screen:removed", target: targetOf(was), before: factsOf(was) });
  });
  forgetScreens();
  return {};
}

/** Throws `bad_request` for a pattern that can't be used and a rule that is not there. */
async function checkDraft({ test, ruleId }: Pick<Edit, "test" | "ruleId">): Promise<void> {
  if (test) compile(test);
  if (ruleId) await accessRule(ruleId);
}

const stored = ({ name, test, action, ruleId }: Omit<Edit, "id">): Partial<StoredScreen> => ({
  ...(name !== undefined && { name }),
  ...(action !== undefined && { action }),
  ...(ruleId !== undefined && { ruleId: ruleId === null ? null : new Types.ObjectId(ruleId) }),
  ...(test !== undefined && {
    kind: test.kind,
    words: test.kind === "words" ? test.words : [],
    pattern: test.kind === "pattern" ? test.pattern : "",
  }),
});

const factsOf = (screen: StoredScreen) => ({
  name: screen.name,
  test: testOf(screen),
  action: screen.action,
  ruleId: screen.ruleId && String(screen.ruleId),
  active: screen.active,
});

const targetOf = ({ _id, name }: StoredScreen) => ({ kind: "screen" as const, id: String(_id), name });

const present = (screen: StoredScreen, people: Map<string, PersonBrief>): Screen => ({
  id: String(screen._id),
  rev: screen.rev,
  ...factsOf(screen),
  createdBy: people.get(String(screen.createdBy))!,
  createdAt: screen.createdAt.toISOString(),
});

const absent = () => new AppError("not_found", "There is no such screen.");

function refuseOthers(me: Me): void {
  if (!canEditScreens(me)) throw new AppError("forbidden", "Only an admin can change what is screened.");
}
