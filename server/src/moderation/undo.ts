import type { Me } from "@meridian/shared/people";
import type { ClientSession } from "mongoose";
import type { StoredCase } from "../cases/model.ts";
import { PostModel, type StoredPost } from "../posts/model.ts";
import { liftSanctions, moveContent, moveThreadBack, setLocked, unpin } from "./effects.ts";
import { changeCase, eventOf } from "./change.ts";
import { tellReporters } from "./tell.ts";
import { notify } from "../notices/notify.ts";

/** Puts everything back as it was before a case touched it: text, replies, counts, lock, place, pins, sanctions. */
export async function putBack(session: ClientSession, found: StoredCase): Promise<void> {
  await liftSanctions(session, found.authorId, found._id);
  const post =
    found.target.kind === "post"
      ? await PostModel.findById(found.target.id).session(session).lean<StoredPost>()
      : null;
  if (!post || !found.undo) return;
  const { content, locked, pinnedIn, channelIds } = found.undo;
  // purged is purged, and what another case hid stays hidden
  if (content === "visible" && post.hidden?.caseId?.equals(found._id) && post.state !== "purged") {
    await moveContent(session, post, "restore", null);
  }
  if (locked === false) await setLocked(session, post.threadId, false);
  if (channelIds) await moveThreadBack(session, post, channelIds);
  if (pinnedIn) await unpin(session, post.threadId, String(pinnedIn));
}

/** Takes a decision back: by a judge of the appeal, or by moderators who see that it was wrong. */
export async function overturn(
  session: ClientSession,
  me: Me,
  found: StoredCase,
  { state, act, reason }: { state: StoredCase["state"]; act: "overturned" | "reversed"; reason: string },
  change: Partial<StoredCase> = {},
): Promise<void> {
  await putBack(session, found);
  const event = eventOf({ act, by: me.id, reason });
  await changeCase(session, found, { state, outcome: "overturned", undo: null, ...change }, [event]);
  const about = {
    personId: found.authorId,
    caseId: found._id,
    postId: found.target.kind === "post" ? found.target.id : null,
  };
  const telling =
    act === "overturned"
      ? { ...about, kind: "appealOutcome" as const, outcome: "overturned" as const, reason }
      : { ...about, kind: "restored" as const, reason };
  await notify(session, [telling]);
  await tellReporters(session, found, "overturned", reason);
}
