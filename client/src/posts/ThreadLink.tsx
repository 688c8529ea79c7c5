import type { Post } from "@meridian/shared/posts";
import { MessageCircle } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { relativeTime } from "../lib/time.ts";
import { Link } from "../ui/Link.tsx";
import { linkTo } from "./linkTo.ts";

/** How many answered, who, and when last; leads to the thread, or to its composer where nobody has answered yet. */
export function ThreadLink({ post }: { post: Post }) {
  const { t } = useTranslation();
  const now = useNow();
  const locale = useLocale();
  const me = useMe();
  return (
    <Link
      to={linkTo(post)}
      {...(post.replyCount === 0 && { state: { reply: true } })}
      className="mr-1 inline-flex min-h-7 items-center gap-1.5 rounded-md px-1.5 text-sm text-soft hover:bg-sunken hover:text-ink"
    >
      <MessageCircle size={17} aria-hidden />
      {post.replyCount > 0 ? (
        <>
          <span className="font-semibold text-accent">
            {t("threads.replies", { count: post.replyCount })}
          </span>
          <span className="hidden items-center -space-x-1.5 sm:flex" aria-hidden>
            {post.repliers.map((person) => (
              <PersonAvatar key={person.id} person={person} size="tiny" />
            ))}
          </span>
          {post.lastReplyAt && (
            <span className="hidden text-xs sm:inline" suppressHydrationWarning>
              {relativeTime(post.lastReplyAt, now, locale, me.zone)}
            </span>
          )}
        </>
      ) : (
        t("threads.reply")
      )}
    </Link>
  );
}
