import type { Case } from "@meridian/shared/cases";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate, localTime } from "../lib/time.ts";
import { linkTo } from "../posts/linkTo.ts";
import { Text } from "../posts/Text.tsx";
import { Link } from "../ui/Link.tsx";

/** What was reported, as it is and as it was. */
export function CaseText({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  const { post, threadId, target } = kase;
  if (target.kind === "profile") return null;
  if (!post) return <p className="px-4 pt-4 text-soft italic">{t("desk.noText")}</p>;
  const at = (instant: string) => `${localDate(zone, instant, locale)}, ${localTime(zone, instant, locale)}`;
  const link = threadId && linkTo({ id: target.id, isReply: post.isReply, threadId });
  return (
    <section aria-label={t("desk.postOf", { name: kase.author.name })} className="px-4 pt-4">
      {kase.private && <p className="mb-2 text-sm text-soft">{t("desk.private")}</p>}
      {post.removedByAuthor && <p className="mb-2 text-sm text-soft">{t("desk.removedByAuthor")}</p>}
      <blockquote className="post-text rounded-lg border border-line bg-canvas px-4 py-3">
        <Text blocks={post.text} />
      </blockquote>
      <p className="mt-1.5 flex flex-wrap gap-x-3 text-sm text-soft">
        <time dateTime={post.createdAt}>{at(post.createdAt)}</time>
        {link && !kase.private && (
          <Link to={link} className="font-medium text-accent underline underline-offset-2">
            {t("desk.openPost")}
          </Link>
        )}
      </p>
      {post.versions.length > 0 && (
        <details className="mt-2 text-sm">
          <summary className="min-h-6 font-semibold text-soft hover:text-ink">
            {t("desk.versions")} ({post.versions.length})
          </summary>
          <ol className="mt-2 space-y-3">
            {post.versions.toReversed().map((version) => (
              <li key={version.at} className="border-l-3 border-line pl-3">
                <p className="text-soft">{at(version.at)}</p>
                <Text blocks={version.text} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
