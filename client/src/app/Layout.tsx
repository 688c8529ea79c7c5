import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useLocation } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { classes } from "../ui/classes.ts";
import { later } from "../ui/later.tsx";
import { useOpened } from "../ui/useOpened.ts";
import { TabBar, type PageTab } from "./TabBar.tsx";

export interface LayoutProps {
  /** The offices' clocks, one OfficeClock each, west to east. */
  officeStrip: ReactNode;
  /** Brand, pages and channels; on a phone in a drawer. */
  sidebar: ReactNode;
  /** The page's PageHeader, where the page doesn't bring its own in `children`. */
  header?: ReactNode;
  /** From 75 rem on: what belongs to the page. Nothing here may be found nowhere else. */
  aside?: ReactNode;
  /** A page of lists and details takes the room of the column beside it too. */
  wide?: boolean | undefined;
  /** At the lower edge of a phone, before the menu. */
  tabs: readonly PageTab[];
  /** A Banner about the whole app: at the lower edge, so that nothing jumps when it comes. */
  banner?: ReactNode;
  children: ReactNode;
}

const SidebarDrawer = later(async () => (await import("./SidebarDrawer.tsx")).SidebarDrawer);

/** The frame of every page: clocks above, channels to the left, one readable column, context to the right. */
export function Layout({ officeStrip, sidebar, header, aside, wide, tabs, banner, children }: LayoutProps) {
  const { t } = useTranslation();
  const { key } = useLocation();
  // the page that the drawer was opened on: it closes when it has led somewhere
  const [openedOn, setOpenedOn] = useState<string>();
  const open = openedOn === key;
  const setOpen = useCallback((next: boolean) => setOpenedOn(next ? key : undefined), [key]);
  const warned = Boolean(banner);
  useEffect(() => {
    // for the room at the foot of the page; a :has() would look through every post that comes or goes
    document.documentElement.toggleAttribute("data-banner", warned);
  }, [warned]);
  return (
    <>
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2.5 font-semibold text-on-accent focus:translate-y-0"
      >
        {t("app.skip")}
      </a>
      <nav
        aria-label={t("offices.strip")}
        className="sticky top-0 z-30 flex h-(--strip) overflow-x-auto overscroll-x-contain bg-canvas [scrollbar-width:none]"
      >
        {officeStrip}
      </nav>
      <div className="mx-auto flex max-w-[84rem] items-start justify-center">
        <div className="sticky top-(--strip) hidden h-[calc(100dvh-var(--strip)-var(--foot))] w-64 shrink-0 overflow-y-auto overscroll-contain desk:block">
          <nav aria-label={t("app.sidebar")} className="min-h-full">
            {sidebar}
          </nav>
        </div>
        <main
          id="main"
          tabIndex={-1}
          className={classes(
            "min-h-[calc(100dvh-var(--strip))] w-full min-w-0 bg-surface pb-(--foot) outline-none desk:border-x desk:border-line",
            !wide && "max-w-[42.5rem]",
          )}
        >
          {header}
          {children}
        </main>
        {aside && !wide && (
          <aside
            aria-label={t("app.aside")}
            className="sticky top-(--strip) hidden h-[calc(100dvh-var(--strip)-var(--foot))] w-76 shrink-0 overflow-y-auto overscroll-contain wide:block"
          >
            {aside}
          </aside>
        )}
      </div>
      {banner && <div className="fixed inset-x-0 bottom-(--tab-bar) z-20">{banner}</div>}
      <TabBar tabs={tabs} onMenu={() => setOpen(true)} />
      {useOpened(open) && (
        <SidebarDrawer open={open} onOpenChange={setOpen}>
          {sidebar}
        </SidebarDrawer>
      )}
    </>
  );
}
