import { canEditPost, type Post } from "@meridian/shared/posts";
import { canReport } from "@meridian/shared/reports";
import { Bookmark, Lock, Pin } from "lucide-react";
import { memo, useRef, useState } from "react";
import { useChannels } from "../channels/queries.ts";
import { useMe } from "../lib/access.ts";
import { useUsable } from "../lib/drawn.ts";
import { useLocale } from "../lib/language.ts";
import { go } from "../lib/navigation.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { bothTimes, localDate } from "../lib/time.ts";
import { reporting } from "../moderation/reporting.ts";
import { useOffice } from "../offices/queries.ts";
import { Badge } from "../ui/Badge.tsx";
import { Link } from "../ui/Link.tsx";
import { classes } from "../ui/classes.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { TimeAgo } from "../ui/TimeAgo.tsx";
import { toggleSaved } from "./commands.ts";
import { PostHistory } from "./PostHistory.tsx";
import { PostMenu } from "./PostMenu.tsx";
import { useMarks } from "./queries.ts";
import { EditPost } from "./EditPost.tsx";
import { AddReaction, Reactions } from "./Reactions.tsx";
import { Text } from "./Text.tsx";
import { linkTo } from "./linkTo.ts";
import { ThreadLink } from "./ThreadLink.tsx";
import { unsavedEdits } from "./unsavedEdits.ts";
import { usePostKeys } from "./usePostKeys.ts";

export interface PostCardProps {
  post: Post;
  /** Where it is shown: a stream names the channels, a thread doesn't. */
  inThread?: boolean;
  /** The channel whose stream this is: only others are named. */
  inChannel?: string | undefined;
  /** The post that a link led to. */
  marked?: boolean;
  /** The post that the keys act on. */
  chosen?: boolean;
}

/** One post or reply: who, when, where, what, and what can be done with it. */
export const PostCard = memo(function PostCard({ post, inThread, inChannel, marked, chosen }: PostCardProps) {
  const { t } = useTranslation();
  const me = useMe();
  const card = useRef<HTMLElement>(null);
  const [editing, setEditing] = useState<"asked" | "left">();
  const [picking, setPicking] = useState(false);
  const office = useOffice(post.author.officeId);
  const saved = useMarks((marks) => marks.saved.includes(post.id));
  const locale = useLocale();
  const editable = canEditPost(me, post);
  const [zone, city] = [office?.zone ?? me.zone, office?.city ?? ""];

  // what is typed stays in sight when a moderator closes the thread meanwhile
  const unsaved = post.author.id === me.id && post.removedBy !== "author" && unsavedEdits.has(post.id);
  // the server knew nothing of it
  const resumed = useUsable() && unsaved && editing === undefined;

  const stopEditing = () => {
    setEditing("left");
    card.current?.focus({ preventScroll: true });
  };

  usePostKeys(chosen === true, card, {
    Enter: () => void go(linkTo(post)),
    r: () => void go(linkTo(post), { state: { reply: true } }),
    e: () => editable && setEditing("asked"),
    "+": () => setPicking(true),
    s: () => void toggleSaved(post.id, saved),
    "!": () => {
      if (canReport(me, post.author.id) && post.state === "visible")
        reporting.ask({ kind: "post", id: post.id, name: post.author.name });
    },
  });

  return (
    <article
      ref={card}
      id={`post-${post.id}`}
      data-post={post.id}
      tabIndex={-1}
      aria-label={t(post.isReply ? "threads.replyBy" : "posts.by", { name: post.author.name })}
      className={classes(
        "group relative flex gap-3 border-b border-line px-4 py-3.5 outline-none focus-visible:shadow-[inset_3px_0_0_var(--color-accent)] forced-colors:focus-visible:outline-2",
        marked && "bg-brass-wash shadow-[inset_3px_0_0_var(--color-brass)]",
        chosen && "shadow-[inset_3px_0_0_var(--color-accent)]",
      )}
    >
      <Link to={`/people/${post.author.handle}`} tabIndex={-1} aria-hidden className="shrink-0">
        <PersonAvatar person={post.author} size={inThread && post.isReply ? "small" : "medium"} />
      </Link>
      <div className="min-w-0 flex-1">
        <header className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <Link
            to={`/people/${post.author.handle}`}
            className="text-base leading-6 font-semibold hover:underline"
          >
            {post.author.name}
          </Link>
          {office && <span className="text-soft">{office.city}</span>}
          <TimeAgo at={post.createdAt} myZone={me.zone} theirZone={zone} theirCity={city} to={linkTo(post)} />
          {post.editedAt && <PostHistory id={post.id} />}
          {!inThread && <PostedIn ids={post.channelIds.filter((id) => id !== inChannel)} />}
        </header>
        {/* where a time leads to: a finger finds no tooltip */}
        {inThread && (marked || !post.isReply) && (
          <p className="text-sm text-soft">
            {localDate(me.zone, post.createdAt, locale)} ·{" "}
            {bothTimes(post.createdAt, me.zone, zone, city, locale)}
          </p>
        )}
        <Labels post={post} />
        <div className="mt-0.5">
          {(resumed || editing === "asked") && (editable || unsaved) ? (
            <EditPost post={post} autoFocus={editing === "asked"} onDone={stopEditing} />
          ) : (
            <Content post={post} />
          )}
        </div>
        <Reactions post={post} />
        <footer className="mt-1.5 -ml-1.5 flex min-h-7 items-center gap-0.5">
          {!(inThread && post.isReply) && !inThread && <ThreadLink post={post} />}
          {post.state === "visible" && (
            <>
              <AddReaction post={post} open={picking} onOpenChange={setPicking} />
              <IconButton
                label={t(saved ? "posts.unsave" : "posts.save")}
                icon={<Bookmark size={17} aria-hidden className={saved ? "fill-current" : undefined} />}
                size="small"
                pressed={saved}
                onClick={() => void toggleSaved(post.id, saved)}
              />
            </>
          )}
          <PostMenu post={post} onEdit={() => setEditing("asked")} />
        </footer>
      </div>
    </article>
  );
});

function Content({ post }: { post: Post }) {
  const { t } = useTranslation();
  if (post.removedBy === "author") return <p className="text-soft italic">{t("posts.tombstone")}</p>;
  if (post.body === "") return <p className="text-soft italic">{t("posts.removed")}</p>;
  return (
    <div className={post.state === "visible" ? undefined : "opacity-70"}>
      <Text blocks={post.text} />
    </div>
  );
}

function Labels({ post }: { post: Post }) {
  const { t } = useTranslation();
  const hidden = post.hiddenReason !== null;
  if (post.pinnedIn.length === 0 && !post.locked && !hidden && !post.caseId) return null;
  return (
    <div className="my-1 flex flex-wrap gap-1.5">
      {post.pinnedIn.length > 0 && (
        <Badge tone="brass" icon={<Pin size={12} aria-hidden />}>
          {t("posts.pinned")}
        </Badge>
      )}
      {post.locked && <Badge icon={<Lock size={12} aria-hidden />}>{t("threads.locked")}</Badge>}
      {hidden && <Badge tone="danger">{t("posts.hiddenFromOthers")}</Badge>}
      {post.caseId && (
        <Link
          to={`/decisions/${post.caseId}`}
          className="text-sm font-medium text-accent underline underline-offset-2"
        >
          {t("moderation.readDecision")}
        </Link>
      )}
      {hidden && (
        <p className="basis-full text-sm [overflow-wrap:anywhere] text-danger">{post.hiddenReason}</p>
      )}
    </div>
  );
}

function PostedIn({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  const { channels } = useChannels();
  const known = channels.filter((channel) => ids.includes(channel.id));
  if (known.length === 0) return null;
  return (
    <span className="text-soft">
      {known.map((channel, at) => (
        <span key={channel.id}>
          {at > 0 && ", "}
          <Link to={`/channels/${channel.slug}`} className="inline-block min-h-6 leading-6 hover:underline">
            {at === 0 ? t("posts.in", { channel: channel.name }) : channel.name}
          </Link>
        </span>
      ))}
    </span>
  );
}
