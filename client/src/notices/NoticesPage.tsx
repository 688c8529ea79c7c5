import { noticesApi } from "@meridian/shared/notices";
import { useInfiniteQuery } from "@tanstack/react-query";
import { BellRing } from "lucide-react";
import { useEffect, useState } from "react";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Empty } from "../ui/Empty.tsx";
import { PagedList } from "../ui/PagedList.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { NoticeLine } from "./NoticeLine.tsx";
import { noticesQuery } from "./queries.ts";

/** What became of my reports, and what was decided about me. Whoever opens it has read it. */
export function NoticesPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(noticesQuery);
  const notices = query.data?.pages.flatMap((page) => page.notices) ?? [];
  const newest = notices.find((notice) => notice.readAt === null)?.at;
  // what was new when it was opened looks new as long as one stays
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const unseen = notices.filter((notice) => notice.readAt === null && !fresh.has(notice.id));
  if (unseen.length > 0) setFresh(new Set([...fresh, ...unseen.map((notice) => notice.id)]));
  useEffect(() => {
    if (!newest) return;
    const look = () => {
      if (document.visibilityState === "hidden") return;
      // a passing failure is no reason to say anything: it stays unread
      void call(noticesApi.read, { at: newest }).catch(() => {});
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [newest]);
  return (
    <>
      <PageHeader title={t("moderation.notices")} />
      <PagedList
        query={query}
        count={notices.length}
        empty={<Empty icon={BellRing} title={t("notices.none")} text={t("notices.noneText")} />}
      >
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} fresh={fresh.has(notice.id)} />
        ))}
      </PagedList>
    </>
  );
}
