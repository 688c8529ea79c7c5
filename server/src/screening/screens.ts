import type { DeskSettings } from "@meridian/shared/desk";
import type { ScreenAction, ScreenTest } from "@meridian/shared/screening";
import type { Types } from "mongoose";
import { remembered } from "../database/remembered.ts";
import type { Announce } from "../live/steps.ts";
import { compile, type Matcher } from "./match.ts";
import { ScreenModel, type StoredScreen } from "./model.ts";
import { deskSettings } from "./settings.ts";

/** What a screen found in a text. */
export interface Finding {
  screenId: Types.ObjectId | null;
  name: string;
  matched: string;
  action: ScreenAction;
  ruleId: Types.ObjectId | null;
}

interface Screening {
  screens: { stored: StoredScreen; matches: Matcher }[];
  settings: DeskSettings;
}

async function load(): Promise<Screening> {
  const [stored, settings] = await Promise.all([
    ScreenModel.find({ active: true }).lean<StoredScreen[]>(),
    deskSettings(),
  ]);
  return { screens: stored.map((one) => ({ stored: one, matches: compile(testOf(one)) })), settings };
}

// compiled once, and again when the change stream says that a screen or the settings changed
const screenings = remembered<Screening>("screens", load);

export const forgetScreens = screenings.forgetAll;

export const announceScreen: Announce<unknown> = async () => {
  forgetScreens();
  return [];
};

export const screening = async (): Promise<Screening> => (await screenings.get("all"))!;

export const testOf = ({ kind, words, pattern }: StoredScreen): ScreenTest =>
  kind === "words" ? { kind, words } : { kind, pattern };

/** Everything that the company's screens find in a text. */
export async function lookThrough(body: string): Promise<Finding[]> {
  const { screens } = await screening();
  return screens.flatMap(({ stored: { _id, name, action, ruleId }, matches }) => {
    const matched = matches(body);
    return matched === null ? [] : [{ screenId: _id, name, matched: matched.slice(0, 100), action, ruleId }];
  });
}
