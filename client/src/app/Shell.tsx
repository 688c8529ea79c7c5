import { AtSign, Bookmark, Hash, House } from "lucide-react";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { useUnreadMentions } from "../channels/queries.ts";
import { useKeys } from "../lib/keys.ts";
import { go, useLocation } from "../lib/navigation.ts";
import { useDatabaseAway } from "../lib/reachable.ts";
import { useConnection } from "../lib/connection.ts";
import { useTranslation } from "../lib/texts.ts";
import { ReportHost } from "../moderation/ReportHost.tsx";
import { OfficeStrip } from "../offices/OfficeStrip.tsx";
import { focusComposer } from "../posts/focus.ts";
import { useOutbox } from "../posts/outbox.ts";
import { Banner } from "../ui/Banner.tsx";
import { fetchLater, later } from "../ui/later.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useOpened } from "../ui/useOpened.ts";
import { AsideProvider } from "./Aside.tsx";
import { Layout } from "./Layout.tsx";
import { useLive } from "./live.ts";
import { Outlet } from "./Outlet.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { useLateSign } from "./useLateSign.ts";

const KeysHelp = later(async () => (await import("./KeysHelp.tsx")).KeysHelp);

// long after the first posts are there, also on a slow phone
const msUntilRest = 4_000;

/** Around every page of somebody who is signed in: clocks, channels, the page itself, and the live connection. */
export function Shell() {
  useLive();
  useEffect(() => {
    const resting = setTimeout(() => void fetchLater(), msUntilRest);
    return () => clearTimeout(resting);
  }, []);
  const { t } = useTranslation();
  const [helping, setHelping] = useState(false);
  const [aside, setAside] = useState<HTMLElement | null>(null);
  useShellKeys(() => setHelping(true));
  const tabs = [
    { to: "/", label: t("app.home"), icon: House, end: true },
    { to: "/channels", label: t("channels.title"), icon: Hash },
    { to: "/mentions", label: t("streams.mentions"), icon: AtSign, count: useUnreadMentions() },
    { to: "/saved", label: t("streams.saved"), icon: Bookmark },
  ];
  return (
    <AsideProvider place={aside}>
      <Layout
        officeStrip={<OfficeStrip />}
        sidebar={<Sidebar onKeys={() => setHelping(true)} />}
        aside={<div ref={setAside} />}
        wide={useLocation().wide}
        tabs={tabs}
        banner={useConnectionBanner()}
      >
        <Suspense fallback={<Skeleton />}>
          <Outlet />
        </Suspense>
      </Layout>
      <ReportHost />
      {useOpened(helping) && <KeysHelp open={helping} onOpenChange={setHelping} />}
    </AsideProvider>
  );
}

/** A sign only when the connection is gone for longer than a moment, or when something waits for it. */
function useConnectionBanner(): ReactNode {
  const { t } = useTranslation();
  const away = useDatabaseAway();
  const lost = useLateSign(useConnection() !== "live");
  const waiting = useOutbox().some((post) => post.refused === null);
  if (away) return <Banner kind="offline">{t("app.unavailable")}</Banner>;
  return lost && <Banner kind="offline">{waiting ? t("app.offline") : t("app.reconnecting")}</Banner>;
}

function useShellKeys(help: () => void): void {
  const to = (path: string) => () => void go(path);
  useKeys({
    "g h": to("/"),
    "g m": to("/mentions"),
    "g t": to("/threads"),
    "g s": to("/saved"),
    "g p": to("/people"),
    "g c": to("/channels"),
    "g n": to("/notices"),
    "g ,": to("/settings"),
    "/": () => void go("/people", { state: { find: true } }),
    n: (event) => {
      event.preventDefault();
      if (!focusComposer()) void go("/", { state: { compose: true } });
    },
    "?": help,
  });
}
