import type { ReactNode } from "react";
import { useTranslation } from "../lib/texts.ts";
import { NavLink } from "../ui/Link.tsx";
import { classes } from "../ui/classes.ts";
import { Count } from "../ui/Count.tsx";

export interface SidebarLinkProps {
  to: string;
  icon: ReactNode;
  children: ReactNode;
  unread?: number | undefined;
  /** Greyed, and its unread don't call. */
  muted?: boolean | undefined;
  end?: boolean | undefined;
}

/** One page or channel in the sidebar: an item of a list. */
export function SidebarLink({ to, icon, children, unread = 0, muted, end }: SidebarLinkProps) {
  const { t } = useTranslation();
  return (
    <li>
      <NavLink
        to={to}
        end={end ?? false}
        className={classes(
          "flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1 text-sm -outline-offset-2 hover:bg-sunken pointer-coarse:min-h-11",
          "aria-[current=page]:bg-accent-wash aria-[current=page]:font-semibold aria-[current=page]:text-accent-deep",
          unread > 0 && !muted ? "font-semibold text-ink" : "text-soft",
        )}
      >
        <span aria-hidden className="inline-flex w-4.5 shrink-0 justify-center">
          {icon}
        </span>
        <span className="min-w-0 flex-1 truncate">{children}</span>
        <Count value={unread} quiet={muted} label={t("app.unread", { count: unread })} />
      </NavLink>
    </li>
  );
}

/** A heading over some of them, with room for a button. */
export const SidebarGroup = ({
  label,
  action,
  children,
}: {
  label: string;
  action?: ReactNode;
  children: ReactNode;
}) => (
  <div className="mt-4">
    <div className="flex min-h-7 items-center justify-between pr-0.5 pl-2.5">
      <h2 className="text-xs font-semibold text-soft">{label}</h2>
      {action}
    </div>
    <ul className="mt-0.5 space-y-px">{children}</ul>
  </div>
);
