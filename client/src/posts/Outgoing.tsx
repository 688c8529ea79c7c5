import { CircleAlert, Clock } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { useConnection } from "../lib/connection.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { toast } from "../ui/Toast.tsx";
import { discard, sendAgain, useOutbox } from "./outbox.ts";
import type { OutgoingPost } from "./store.ts";

/** Posts on their way, where they will appear: waiting, or refused with their text kept. */
export function Outgoing({
  belongs,
  compact,
}: {
  belongs: (post: OutgoingPost) => boolean;
  compact?: boolean;
}) {
  const posts = useOutbox().filter(belongs);
  const ordered = compact ? posts : posts.toReversed();
  return ordered.map((post) => <OutgoingCard key={post.key} post={post} compact={compact ?? false} />);
}

function OutgoingCard({ post, compact }: { post: OutgoingPost; compact: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const live = useConnection() === "live";
  const throwAway = async (key: string) => {
    const takeBack = await discard(key);
    toast({ title: t("posts.discarded"), action: { label: t("app.undo"), onPress: takeBack } });
  };
  return (
    <article
      data-outgoing
      aria-label={t("posts.by", { name: me.name })}
      className="flex gap-3 border-b border-line px-4 py-3.5"
    >
      <PersonAvatar person={me} size={compact ? "small" : "medium"} />
      <div className="min-w-0 flex-1">
        <p className="text-base leading-6 font-semibold">{me.name}</p>
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere] opacity-70">{post.body}</p>
        {post.refused ? (
          <div role="alert" className="mt-2 flex flex-wrap items-center gap-2 text-sm text-danger">
            <CircleAlert size={16} aria-hidden />
            <span className="flex-1">
              {t("posts.failed")}: {t(`errors.${post.refused.code}`)}
            </span>
            <Button size="small" onClick={() => void sendAgain(post.key)}>
              {t("posts.sendAgain")}
            </Button>
            <Button size="small" variant="plain" onClick={() => void throwAway(post.key)}>
              {t("posts.discard")}
            </Button>
          </div>
        ) : (
          <p role="status" className="mt-1 flex items-center gap-1.5 text-sm text-soft">
            <Clock size={14} aria-hidden />
            {t(live ? "posts.pending" : "posts.waiting")}
          </p>
        )}
      </div>
    </article>
  );
}
