import { canEditChannel, type Channel } from "@meridian/shared/channels";
import { canEditPost, canModeratePost, canRemovePost, type Post } from "@meridian/shared/posts";
import { canReport } from "@meridian/shared/reports";
import {
  Bell,
  BellOff,
  EyeOff,
  Flag,
  Link2,
  Lock,
  LockOpen,
  Pencil,
  Pin,
  RotateCcw,
  SmilePlus,
  Trash2,
} from "lucide-react";
import { useChannels } from "../channels/queries.ts";
import { useMe } from "../lib/access.ts";
import { refocus } from "../lib/refocus.ts";
import { useTranslation } from "../lib/texts.ts";
import { reporting } from "../moderation/reporting.ts";
import { Kbd } from "../ui/Kbd.tsx";
import { MenuChoice, MenuLine } from "../ui/MenuChoice.tsx";
import { copyText } from "../ui/copyText.ts";
import { linkTo } from "./linkTo.ts";
import { markThread, removePost, toggleLock, togglePin, unhidePost } from "./commands.ts";
import { useMarks } from "./queries.ts";

export interface PostChoicesProps {
  post: Post;
  onEdit: () => void;
  /** Opens a dialog, once the menu has closed. */
  onOpen: (dialog: "hide" | "reactions") => void;
}

/** What can be done with a post by whoever looks at it: the same rules as the server's decide. */
export function PostChoices({ post, onEdit, onOpen }: PostChoicesProps) {
  const { t } = useTranslation();
  const me = useMe();
  const { channels } = useChannels();
  const its = channels.filter((channel) => post.channelIds.includes(channel.id));
  return (
    <>
      <MenuChoice
        icon={<Link2 size={16} aria-hidden />}
        onPress={() => void copyText(location.origin + linkTo(post), t("toast.linkCopied"))}
      >
        {t("posts.copyLink")}
      </MenuChoice>
      {post.reactions.length > 0 && (
        <MenuChoice icon={<SmilePlus size={16} aria-hidden />} onPress={() => onOpen("reactions")}>
          {t("reactions.list")}
        </MenuChoice>
      )}
      {!post.isReply && <ThreadChoices post={post} own={post.author.id === me.id} />}
      {canEditPost(me, post) && (
        <MenuChoice icon={<Pencil size={16} aria-hidden />} onPress={onEdit}>
          {t("posts.edit")}
        </MenuChoice>
      )}
      {canRemovePost(me, post) && (
        <MenuChoice icon={<Trash2 size={16} aria-hidden />} danger onPress={() => void remove(post)}>
          {t("posts.delete")}
        </MenuChoice>
      )}
      {canReport(me, post.author.id) && post.state === "visible" && (
        <MenuChoice
          icon={<Flag size={16} aria-hidden />}
          hint={<Kbd keys="!" />}
          onPress={() => reporting.ask({ kind: "post", id: post.id, name: post.author.name })}
        >
          {t("moderation.report")}
        </MenuChoice>
      )}
      {!post.isReply && (
        <PinChoices post={post} channels={its.filter((channel) => canEditChannel(me, channel))} />
      )}
      {canModeratePost(me, its) && post.state !== "removed" && (
        <ModeratorChoices post={post} onHide={() => onOpen("hide")} />
      )}
    </>
  );
}

/** What had the focus goes with the post: its neighbour has it then. */
async function remove(post: Post): Promise<void> {
  const cards = [...document.querySelectorAll<HTMLElement>("article[data-post]")];
  const at = cards.findIndex(({ id }) => id === `post-${post.id}`);
  if (await removePost(post)) refocus(() => cards[at + 1] ?? cards[at - 1]);
}

function ThreadChoices({ post: { id, replyCount }, own }: { post: Post; own: boolean }) {
  const { t } = useTranslation();
  const following = useMarks((marks) => marks.following.includes(id));
  const muted = useMarks((marks) => marks.muted.includes(id));
  return (
    <>
      {/* whoever began a thread follows it from its first reply on */}
      {(!own || replyCount > 0) && (
        <MenuChoice
          icon={<Bell size={16} aria-hidden />}
          onPress={() => void markThread(id, following ? "none" : "following")}
        >
          {t(following ? "threads.unfollow" : "threads.follow")}
        </MenuChoice>
      )}
      <MenuChoice
        icon={<BellOff size={16} aria-hidden />}
        onPress={() => void markThread(id, muted ? "none" : "muted")}
      >
        {t(muted ? "threads.unmute" : "threads.mute")}
      </MenuChoice>
    </>
  );
}

function PinChoices({ post, channels }: { post: Post; channels: Channel[] }) {
  const { t } = useTranslation();
  if (channels.length === 0) return null;
  return (
    <>
      <MenuLine />
      {channels.map((channel) => (
        <MenuChoice
          key={channel.id}
          icon={<Pin size={16} aria-hidden />}
          onPress={() => void togglePin(post, channel.id)}
        >
          {t(post.pinnedIn.includes(channel.id) ? "posts.unpin" : "posts.pin")}
          {channels.length > 1 && ` · ${channel.name}`}
        </MenuChoice>
      ))}
    </>
  );
}

function ModeratorChoices({ post, onHide }: { post: Post; onHide: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <MenuLine />
      {!post.isReply && (
        <MenuChoice
          icon={post.locked ? <LockOpen size={16} aria-hidden /> : <Lock size={16} aria-hidden />}
          onPress={() => void toggleLock(post)}
        >
          {t(post.locked ? "moderation.unlock" : "moderation.lock")}
        </MenuChoice>
      )}
      {post.state === "hidden" ? (
        <MenuChoice icon={<RotateCcw size={16} aria-hidden />} onPress={() => void unhidePost(post.id)}>
          {t("moderation.restore")}
        </MenuChoice>
      ) : (
        <MenuChoice icon={<EyeOff size={16} aria-hidden />} danger onPress={onHide}>
          {t("moderation.hide")}
        </MenuChoice>
      )}
    </>
  );
}
