import type { Me } from "@meridian/shared/people";
import type { Block, Inline } from "@meridian/shared/text";
import { type ClientSession, Types } from "mongoose";
import { flag, opening, subjectOfPost } from "../cases/open.ts";
import { clock } from "../clock.ts";
import { notify } from "../notices/notify.ts";
import { type Finding, lookThrough, screening } from "../screening/screens.ts";
import { PostModel, type StoredPost } from "./model.ts";
import { recountThread } from "./recount.ts";

type Text = Pick<StoredPost, "body" | "text">;

/** What the company's screens find in a text, and whether it is a newcomer's first link. */
export const screen = async (me: Me, written: Text): Promise<Finding[]> => [
  ...(await lookThrough(written.body)),
  ...(await firstLink(me, written)),
];

/** Writes a post that screens found something in, or nothing; with it the case that moderators look at. */
export function writeScreened(
  post: StoredPost,
  findings: Finding[],
  write: (session?: ClientSession) => Promise<unknown>,
): Promise<unknown> {
  if (findings.length === 0) return write();
  return opening(async (session) => {
    const caseId = await openCase(session, post, findings);
    if (holds(findings)) Object.assign(post, heldBy(caseId));
    await write(session);
  });
}

/** The same for a post that says something else now. Answers how it stands. */
export async function flagEdited(
  session: ClientSession,
  post: StoredPost,
  findings: Finding[],
): Promise<StoredPost> {
  if (findings.length === 0) return post;
  const caseId = await openCase(session, post, findings);
  if (!holds(findings)) return post;
  const change = heldBy(caseId);
  await PostModel.updateOne({ _id: post._id }, { $set: change }, { session });
  if (post.isReply) await recountThread(post.threadId, session);
  return { ...post, ...change };
}

const holds = (findings: Finding[]) => findings.some((finding) => finding.action === "hold");

const heldBy = (caseId: Types.ObjectId): Pick<StoredPost, "state" | "hidden"> => ({
  state: "held",
  hidden: { by: null, reason: "", at: clock.now(), caseId },
});

async function openCase(
  session: ClientSession,
  post: StoredPost,
  findings: Finding[],
): Promise<Types.ObjectId> {
  const at = clock.now();
  const found = await flag(session, subjectOfPost(post), {
    flags: findings.map(({ screenId, name, matched }) => ({ screenId, name, matched, at })),
    ruleIds: findings.flatMap(({ ruleId }) => ruleId ?? []),
    holds: holds(findings),
  });
  if (holds(findings)) {
    const ruleId = findings.find((finding) => finding.ruleId)?.ruleId ?? null;
    const about = { personId: post.authorId, caseId: found._id, postId: post._id, ruleId };
    await notify(session, [{ ...about, kind: "held", actions: ["hold"] }]);
  }
  return found._id;
}

const earlierPosts = 50;

/** Those who came lately and have not yet posted a link that stood. */
async function firstLink(me: Me, written: Text): Promise<Finding[]> {
  const { newcomerLinks, newcomerDays } = (await screening()).settings;
  const since = clock.millis() - newcomerDays * 86_400_000;
  if (newcomerLinks === "off" || Date.parse(me.joinedAt) < since) return [];
  const link = linkIn(written.text);
  if (!link) return [];
  const earlier = await PostModel.find({ authorId: new Types.ObjectId(me.id), state: "visible" })
    .sort({ createdAt: -1 })
    .limit(earlierPosts)
    .select("text")
    .lean<Text[]>();
  if (earlier.some(({ text }) => linkIn(text))) return [];
  return [
    { screenId: null, name: "firstLink", matched: link.slice(0, 100), action: newcomerLinks, ruleId: null },
  ];
}

/** The first address that a text links to. */
function linkIn(nodes: (Block | Inline)[]): string | undefined {
  for (const node of nodes) {
    if (node.type === "link") return node.href;
    const below =
      node.type === "list"
        ? node.items.flat()
        : "children" in node
          ? (node.children as (Block | Inline)[])
          : [];
    const found = linkIn(below);
    if (found) return found;
  }
  return undefined;
}
