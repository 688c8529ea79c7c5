import { appealEnds, type Decision } from "@meridian/shared/decisions";
import type { Post } from "@meridian/shared/posts";
import type { StoredCase } from "../cases/model.ts";
import { clock } from "../clock.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { isKept, presentPostsFor } from "../posts/present.ts";

export const presentDecision = async (found: StoredCase): Promise<Decision> =>
  (await presentDecisions([found]))[0]!;

/** Decisions about one person, as that person may know them. */
export async function presentDecisions(cases: StoredCase[]): Promise<Decision[]> {
  const ids = cases.filter(({ target }) => target.kind === "post").map(({ target }) => target.id);
  const stored = await PostModel.find({ _id: { $in: ids } }).lean<StoredPost[]>();
  const kept = stored.filter(isKept);
  const shown = kept.length > 0 ? await presentPostsFor({ id: String(kept[0]!.authorId) }, kept) : [];
  const posts = new Map(shown.map((post) => [post.id, post]));
  const states = new Map(stored.map((post) => [String(post._id), post.state]));
  return cases.map((found) => decisionOf(found, posts, states));
}

function decisionOf(
  found: StoredCase,
  posts: Map<string, Post>,
  states: Map<string, StoredPost["state"]>,
): Decision {
  const { decision, appeal, target } = found;
  const id = String(target.id);
  const ends = decision && found.state === "upheld" && !appeal ? appealEnds(decision.at) : null;
  // held and nothing decided yet: what was done so far is all that is known
  const held = found.history.findLast((event) => event.act === "held");
  return {
    id: String(found._id),
    target: { kind: target.kind, id },
    post: posts.get(id) ?? null,
    content: states.get(id) ?? null,
    state: found.state === "open" ? "claimed" : found.state,
    actions: decision?.actions ?? ["hold"],
    ruleId: asId(decision?.ruleId ?? found.ruleIds[0]),
    reason: decision?.reason ?? held?.reason ?? "",
    until: decision?.until?.toISOString() ?? null,
    decidedAt: decision?.at.toISOString() ?? null,
    appealUntil: ends && ends > clock.now() ? ends.toISOString() : null,
    appeal: appeal && {
      text: appeal.text,
      at: appeal.at.toISOString(),
      outcome: appeal.outcome,
      reason: appeal.reason,
    },
  };
}

const asId = (id: { toString(): string } | null | undefined) => (id ? String(id) : null);
