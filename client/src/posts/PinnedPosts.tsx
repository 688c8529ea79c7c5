import { useQuery } from "@tanstack/react-query";
import { Pin } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { Link } from "../ui/Link.tsx";
import { postsOf } from "./list.ts";
import { linkTo } from "./linkTo.ts";
import { pinnedQuery } from "./queries.ts";

/** What those who look after a channel keep at its top, a line each. */
export function PinnedPosts({ channelId }: { channelId: string }) {
  const { t } = useTranslation();
  const posts = postsOf(useQuery(pinnedQuery(channelId)).data);
  if (posts.length === 0) return null;
  return (
    <section aria-label={t("channels.pinned")} className="border-b border-line bg-brass-wash px-4 py-2">
      <ul>
        {posts.map((post) => (
          <li key={post.id}>
            <Link to={linkTo(post)} className="flex min-h-7 items-center gap-2 text-sm hover:underline">
              <Pin size={14} aria-hidden className="shrink-0 text-brass-ink" />
              <span className="max-w-1/2 truncate font-semibold">{post.author.name}</span>
              <span className="min-w-0 flex-1 truncate">
                {post.body.slice(0, 160) || t("posts.tombstone")}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
