import { Menu, type LucideIcon } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { Count } from "../ui/Count.tsx";
import { NavLink } from "../ui/Link.tsx";

export interface PageTab {
  to: string;
  label: string;
  icon: LucideIcon;
  count?: number | undefined;
  /** Current only on exactly this path. */
  end?: boolean | undefined;
}

const place =
  "relative flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs font-semibold text-soft -outline-offset-2 aria-[current=page]:text-accent";

/** A phone's main pages, within the thumb's reach. */
export function TabBar({ tabs, onMenu }: { tabs: readonly PageTab[]; onMenu: () => void }) {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t("app.tabs")}
      className="fixed inset-x-0 bottom-0 z-30 flex h-(--tab-bar) border-t border-line bg-surface pb-[env(safe-area-inset-bottom,0px)] desk:hidden"
    >
      {tabs.map(({ to, label, icon: Icon, count = 0, end }) => (
        <NavLink key={to} to={to} end={end ?? false} className={place}>
          <span className="relative">
            <Icon size={22} aria-hidden />
            <Count
              value={count}
              label={t("app.unread", { count })}
              className="absolute -top-1.5 left-4 h-4 min-w-4 px-1"
            />
          </span>
          <span className="max-w-full truncate text-[0.625rem] tracking-tighter">{label}</span>
        </NavLink>
      ))}
      <button type="button" onClick={onMenu} aria-haspopup="dialog" className={place}>
        <Menu size={22} aria-hidden />
        <span>{t("app.menu")}</span>
      </button>
    </nav>
  );
}
