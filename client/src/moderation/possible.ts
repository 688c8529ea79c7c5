import type { Case } from "@meridian/shared/cases";
import type { CaseAction } from "@meridian/shared/caseHistory";
import { nextContentState } from "@meridian/shared/caseStates";
import { canSanction } from "@meridian/shared/cases";
import { standTogether } from "@meridian/shared/decisions";
import type { Me } from "@meridian/shared/people";

/** The key of each action on the desk. */
export const actionKeys: Record<CaseAction, string> = {
  dismiss: "d",
  hold: "o",
  hide: "h",
  remove: "x",
  lock: "l",
  move: "m",
  pin: "p",
  warn: "w",
  freeze: "f",
  suspend: "s",
};

/** What can be done about a case as it stands; the server has the last word. */
export function possibleActions(me: Me, kase: Case): CaseAction[] {
  const { post, content } = kase;
  const reachable = post !== null && content !== null && !post.removedByAuthor;
  const thread = reachable && !post.isReply;
  const allowed: Record<CaseAction, boolean> = {
    dismiss: true,
    hold: reachable && nextContentState(content, "hold") !== null,
    hide: reachable && nextContentState(content, "hide") !== null,
    remove: reachable && nextContentState(content, "remove") !== null,
    warn: true,
    lock: thread && !post.locked,
    move: thread && !kase.private,
    pin: thread && !kase.private,
    // what they are now the server knows: an admin is refused there
    freeze: canSanction(me, "freeze", { role: "staff" }),
    suspend: canSanction(me, "suspend", { role: "staff" }),
  };
  return (Object.keys(allowed) as CaseAction[]).filter((action) => allowed[action]);
}

/** Adds an action to those that were chosen, or takes it away; what doesn't go with it goes. */
export function toggled(chosen: CaseAction[], action: CaseAction): CaseAction[] {
  if (chosen.includes(action)) return chosen.length > 1 ? chosen.filter((one) => one !== action) : chosen;
  return [...chosen.filter((one) => standTogether([one, action])), action];
}
