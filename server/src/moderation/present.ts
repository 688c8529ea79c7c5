import type { CaseDecision, CaseRow, PastCase } from "@meridian/shared/cases";
import type { PersonBrief } from "@meridian/shared/people";
import type { StoredCase, StoredDecision } from "../cases/model.ts";
import { briefsOf } from "../people/present.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";

const excerptLength = 200;
type People = Map<string, PersonBrief>;
type Glance = Pick<StoredPost, "_id" | "state" | "body">;

/** Cases as the desk lists them. Of what is out of sight it shows no word: for that one opens the case. */
export async function presentRows(cases: StoredCase[]): Promise<CaseRow[]> {
  const ids = cases.filter(({ target }) => target.kind === "post").map(({ target }) => target.id);
  const [people, glances] = await Promise.all([
    briefsOf(cases.flatMap(peopleIn)),
    ids.length > 0
      ? PostModel.find({ _id: { $in: ids } })
          .select("state body")
          .lean<Glance[]>()
      : [],
  ]);
  const posts = new Map(glances.map((post) => [String(post._id), post]));
  return cases.map((found) => rowOf(found, posts.get(String(found.target.id)), people));
}

export const presentRow = async (found: StoredCase): Promise<CaseRow> => (await presentRows([found]))[0]!;

const peopleIn = ({ authorId, claimedBy, decision }: StoredCase) =>
  [authorId, claimedBy, decision?.by].filter((id) => id !== null && id !== undefined);

function rowOf(found: StoredCase, post: Glance | undefined, people: People): CaseRow {
  return {
    id: String(found._id),
    rev: found.rev,
    state: found.state,
    target: { kind: found.target.kind, id: String(found.target.id) },
    threadId: found.threadId && String(found.threadId),
    author: people.get(String(found.authorId))!,
    channelIds: found.channelIds.map(String),
    private: found.private,
    officeId: String(found.officeId),
    careOf: found.careOf && String(found.careOf),
    source: found.source,
    reportCount: found.reportCount,
    ruleIds: found.ruleIds.map(String),
    content: post?.state ?? null,
    excerpt: post?.state === "visible" ? post.body.slice(0, excerptLength) : null,
    claimedBy: found.claimedBy && people.get(String(found.claimedBy))!,
    openedAt: found.openedAt.toISOString(),
    raisedAt: found.raisedAt?.toISOString() ?? null,
    decision: presentCaseDecision(found.decision, people),
    appealedAt: found.appeal?.at.toISOString() ?? null,
  };
}

export const presentCaseDecision = (decision: StoredDecision | null, people: People): CaseDecision | null =>
  decision && {
    by: people.get(String(decision.by)) ?? null,
    at: decision.at.toISOString(),
    actions: decision.actions,
    ruleId: decision.ruleId && String(decision.ruleId),
    reason: decision.reason,
    until: decision.until?.toISOString() ?? null,
  };

export async function presentPast(cases: StoredCase[]): Promise<PastCase[]> {
  const people = await briefsOf(cases.flatMap(peopleIn));
  return cases.map((found) => ({
    id: String(found._id),
    state: found.state,
    target: { kind: found.target.kind, id: String(found.target.id) },
    author: people.get(String(found.authorId))!,
    ruleIds: found.ruleIds.map(String),
    openedAt: found.openedAt.toISOString(),
    decision: presentCaseDecision(found.decision, people),
  }));
}
