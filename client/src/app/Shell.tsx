import { AtSign, Bookmark, Hash, House } from "lucide-react";
import { Suspense, useDeferredValue, useEffect, useState } from "react";
import { useUnreadMentions } from "../channels/queries.ts";
import { useKeys } from "../lib/keys.ts";
import { loadTexts } from "../lib/language.ts";
import { go, useLocation } from "../lib/navigation.ts";
import { atRest } from "../lib/rest.ts";
import { useTranslation } from "../lib/texts.ts";
import { ReportHost } from "../moderation/ReportHost.tsx";
import { OfficeStrip } from "../offices/OfficeStrip.tsx";
import { focusComposer } from "../posts/focus.ts";
import { fetchLater, later } from "../ui/later.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useOpened } from "../ui/useOpened.ts";
import { AsDrawn } from "./AsDrawn.tsx";
import { AsideProvider } from "./Aside.tsx";
import { Layout } from "./Layout.tsx";
import { useLive } from "./useLive.ts";
import { leaving } from "../session/signOut.ts";
import { Outlet } from "./Outlet.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { useConnectionBanner } from "./useConnectionBanner.tsx";

const KeysHelp = later(async () => {
  const [{ KeysHelp: help }] = await Promise.all([import("./KeysHelp.tsx"), loadTexts("keys")]);
  return help;
});

const LeavingDialog = later(async () => (await import("../session/LeavingDialog.tsx")).LeavingDialog);

// long after the first posts are there, also on a slow phone
const msUntilRest = 4_000;

/** Around every page of somebody who is signed in: clocks, channels, the page itself, and the live connection. */
export function Shell() {
  useLive();
  useRest();
  const { t } = useTranslation();
  const [helping, setHelping] = useState(false);
  const [aside, setAside] = useState<HTMLElement | null>(null);
  // the page itself comes first: what stands beside it is half of what there is to draw, and no phone shows it
  const besides = useDeferredValue(true, false);
  useShellKeys(() => setHelping(true));
  const asksToLeave = leaving.use();
  const tabs = [
    { to: "/", label: t("app.home"), icon: House, end: true },
    { to: "/channels", label: t("channels.title"), icon: Hash },
    { to: "/mentions", label: t("streams.mentions"), icon: AtSign, count: useUnreadMentions() },
    { to: "/saved", label: t("streams.saved"), icon: Bookmark },
  ];
  return (
    <AsideProvider place={useDeferredValue(aside)}>
      <Layout
        officeStrip={
          <AsDrawn>
            <OfficeStrip />
          </AsDrawn>
        }
        sidebar={besides && <Sidebar onKeys={() => setHelping(true)} />}
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
      {asksToLeave && <LeavingDialog {...asksToLeave} />}
      {useOpened(helping) && <KeysHelp open={helping} onOpenChange={setHelping} />}
    </AsideProvider>
  );
}

/** What nobody waits for: the code of what may be pressed next, and what is kept for when there is no network. */
function useRest(): void {
  useEffect(() => {
    const stops: (() => void)[] = [];
    let over = false;
    const begin = async () => {
      await atRest();
      const { startArrivals } = await import("./arrivals.ts");
      if (!over) stops.push(startArrivals());
    };
    const rest = async () => {
      const { startKeeping } = await import("./keeping.ts");
      if (!over) stops.push(startKeeping());
      await fetchLater();
    };
    begin().catch(() => {});
    const resting = setTimeout(() => void rest().catch(() => {}), msUntilRest);
    return () => {
      over = true;
      clearTimeout(resting);
      for (const stop of stops) stop();
    };
  }, []);
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
