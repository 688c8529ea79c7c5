import { CloudOff, Info } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface BannerProps {
  children: ReactNode;
  /** offline: no connection or no database; note: anything else. */
  kind?: "offline" | "note" | undefined;
  action?: ReactNode;
}

/** One line above everything, about the whole app. */
export function Banner({ children, kind = "note", action }: BannerProps) {
  const Icon = kind === "offline" ? CloudOff : Info;
  return (
    <div
      role="status"
      className={classes(
        "flex items-center gap-3 px-4 py-2 text-sm font-medium",
        kind === "offline" ? "bg-brass text-on-brass" : "bg-accent-wash text-ink",
      )}
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  );
}
