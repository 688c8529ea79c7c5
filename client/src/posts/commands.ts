import { type Post, postsApi } from "@meridian/shared/posts";
import { reactionsApi } from "@meridian/shared/reactions";
import { type Mark, threadsApi } from "@meridian/shared/threads";
import { attempt } from "../lib/attempt.ts";
import { call } from "../lib/call.ts";
import { t } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";
import { postHandlers, showPost } from "./events.ts";

/** Removes at once and offers to take it back, instead of asking first. */
export const removePost = (post: Post) =>
  attempt(async () => {
    await call(postsApi.remove, { id: post.id });
    const { id, threadId, channelIds, rev } = post;
    const stays = !post.isReply && post.replyCount > 0;
    if (!stays) postHandlers["post:removed"]({ id, threadId, channelIds, rev: rev + 1, post: null });
    const restore = () => void attempt(async () => showPost(await call(postsApi.restore, { id })));
    toast({
      title: t(post.isReply ? "toast.replyDeleted" : "toast.postDeleted"),
      action: { label: t("app.undo"), onPress: restore },
    });
  });

export const toggleReaction = (post: Post, emoji: string, mine: boolean) =>
  attempt(async () =>
    showPost(await call(mine ? reactionsApi.unreact : reactionsApi.react, { id: post.id, emoji })),
  );

const noted = (mark: Mark) => postHandlers["mark:changed"](mark);

export const toggleSaved = (id: string, saved: boolean) =>
  attempt(async () => {
    noted(await call(saved ? threadsApi.unsave : threadsApi.save, { id }));
    toast({ title: t(saved ? "toast.postUnsaved" : "toast.postSaved") });
  });

export const markThread = (id: string, thread: Mark["thread"]) =>
  attempt(async () => {
    noted(await call(threadsApi.mark, { id, thread }));
    if (thread !== "none")
      toast({ title: t(thread === "muted" ? "toast.threadMuted" : "toast.threadFollowed") });
  });

export const togglePin = (post: Post, channelId: string) => {
  const pinned = post.pinnedIn.includes(channelId);
  return attempt(async () => {
    postHandlers["post:changed"](
      await call(pinned ? postsApi.unpin : postsApi.pin, { id: post.id, channelId }),
    );
    toast({ title: t(pinned ? "toast.postUnpinned" : "toast.postPinned") });
  });
};

export const toggleLock = (post: Post) =>
  attempt(async () => {
    showPost(await call(post.locked ? postsApi.unlock : postsApi.lock, { id: post.id }));
    toast({ title: t(post.locked ? "toast.threadUnlocked" : "toast.threadLocked") });
  });

export const hidePost = (id: string, reason: string) =>
  attempt(async () => {
    showPost(await call(postsApi.hide, { id, reason }));
    const restore = () => void unhidePost(id);
    toast({ title: t("toast.postHidden"), action: { label: t("app.undo"), onPress: restore } });
  });

export const unhidePost = (id: string) =>
  attempt(async () => {
    showPost(await call(postsApi.unhide, { id }));
    toast({ title: t("toast.postRestored") });
  });
