import { canReply, type Post } from "@meridian/shared/posts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Compass } from "lucide-react";
import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { CallError } from "../lib/call.ts";
import { errorText } from "../lib/errorText.ts";
import { useKeys } from "../lib/keys.ts";
import { go, useLocation, useParams, useSearchParams } from "../lib/navigation.ts";
import { nextPage, previousPage } from "../lib/nextPage.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { ReplyComposer } from "./Composer.tsx";
import { focusComposer } from "./focus.ts";
import { LeftText } from "./LeftText.tsx";
import { postsOf } from "./list.ts";
import { Outgoing } from "./Outgoing.tsx";
import { PostCard } from "./PostCard.tsx";
import { postQuery, repliesQuery } from "./queries.ts";
import { RepliesList } from "./RepliesList.tsx";

/** A post with its replies, oldest first. A link to a reply opens around it, marked. */
export function ThreadPage() {
  const { t } = useTranslation();
  const id = useParams()["id"]!;
  const [search] = useSearchParams();
  const around = search.get("reply") ?? undefined;
  const { state, key } = useLocation() as { state: { reply?: boolean } | null; key: string };
  const back = useBack();
  const read = useRef<HTMLDivElement>(null);
  const composer = useCallback((element: HTMLElement | null) => tellHeight(element, read), []);
  const root = useQuery(postQuery(id));
  const replies = useInfiniteQuery(repliesQuery(id, around));
  const post = postsOf(root.data)[0];
  const shown = useMemo(() => postsOf(replies.data), [replies.data]);
  useKeys({ r: () => void focusComposer(), Escape: back });
  useOpenReply(post?.isReply ? post.threadId : undefined, id);

  const error = root.data && replies.data ? null : (root.error ?? replies.error);
  const gone = root.data && !post;
  if (error || gone) {
    return (
      <>
        <PageHeader title={t("threads.title")} onBack={back} />
        {error instanceof CallError && error.passing ? (
          <ErrorNote
            message={errorText(t, error)}
            onRetry={() => void Promise.all([root.refetch(), replies.refetch()])}
          />
        ) : (
          <Empty icon={Compass} title={t("app.notFound")} text={t("errors.not_found")} />
        )}
      </>
    );
  }
  if (!post || !replies.data) {
    return (
      <>
        <PageHeader title={t("threads.title")} onBack={back} />
        <Skeleton posts={4} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("threads.title")}
        section={nameOf(post)}
        text={t("threads.replies", { count: post.replyCount })}
        onBack={back}
      />
      <div ref={read} className="[&_:is(article,a,button)]:scroll-mb-(--reply)">
        <PostCard post={post} inThread marked={around === undefined && key === "default"} />
        {replies.hasPreviousPage ? (
          <More
            label={t("app.loadMore")}
            busy={replies.isFetchingPreviousPage}
            failed={replies.isFetchPreviousPageError}
            onMore={() => void previousPage(replies)}
          />
        ) : (
          // in the place of the button: without it everything would move up when the first reply has come
          around !== undefined && <p className={rowClasses}>{t("threads.start")}</p>
        )}
        <RepliesList replies={shown} marked={around} />
      </div>
      {replies.hasNextPage && (
        <More
          label={t("app.loadMore")}
          busy={replies.isFetchingNextPage}
          failed={replies.isFetchNextPageError}
          onMore={() => void nextPage(replies)}
        />
      )}
      <Outgoing compact belongs={(one) => one.threadId === id} />
      {canReply(post) ? (
        <div
          // what has the focus is kept clear of it
          ref={composer}
          className="sticky bottom-(--foot) z-10 bg-surface"
        >
          <ReplyComposer
            threadId={id}
            channelIds={post.channelIds}
            {...(state?.reply && { autoFocus: true })}
          />
        </div>
      ) : (
        <>
          <LeftText place={`thread ${id}`} />
          <p className="px-4 py-6 text-center text-sm text-soft">{t("threads.locked")}</p>
        </>
      )}
    </>
  );
}

/** Tells those who scroll within an element how high another is that lies over its lower edge. */
function tellHeight(
  over: HTMLElement | null,
  within: RefObject<HTMLElement | null>,
): (() => void) | undefined {
  if (!over) return undefined;
  const observer = new ResizeObserver(() =>
    within.current?.style.setProperty("--reply", `${over.offsetHeight}px`),
  );
  observer.observe(over);
  return () => observer.disconnect();
}

/** For the title of the window: who wrote it and how it begins, as far as it can be read. */
function nameOf({ author, body }: Post): string {
  const words = body.replaceAll(/[*_~`>#\s]+/g, " ").trim();
  return [author.name, /^.{0,60}/u.exec(words)?.[0]].filter(Boolean).join(": ");
}

const rowClasses =
  "grid min-h-12 place-items-center border-b border-line px-4 py-1.5 text-sm text-soft pointer-coarse:min-h-14";

interface MoreProps {
  label: string;
  busy: boolean;
  failed: boolean;
  onMore: () => void;
}

function More({ label, busy, failed, onMore }: MoreProps) {
  const { t } = useTranslation();
  return (
    <div className={rowClasses}>
      {failed ? (
        <ErrorNote message={t("errors.unavailable")} onRetry={onMore} busy={busy} />
      ) : (
        <Button variant="plain" size="small" busy={busy} onClick={onMore}>
          {label}
        </Button>
      )}
    </div>
  );
}

/** Back to where the reader was; to Home when they came by a link. */
function useBack(): () => void {
  const { key } = useLocation();
  return () => void (key === "default" ? go("/") : go(-1));
}

/** A link to a reply as if it were a thread leads to its thread. */
function useOpenReply(threadId: string | undefined, id: string): void {
  const gone = useRef(false);
  useEffect(() => {
    if (!threadId || gone.current) return;
    gone.current = true;
    void go(`/posts/${threadId}?reply=${id}`, { replace: true });
  }, [threadId, id]);
}
