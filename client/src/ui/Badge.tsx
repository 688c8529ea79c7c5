import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface BadgeProps {
  children: ReactNode;
  icon?: ReactNode;
  tone?: keyof typeof tones | undefined;
}

const tones = {
  plain: "bg-sunken text-soft",
  accent: "bg-accent-wash text-accent",
  brass: "bg-brass-wash text-brass-ink",
  good: "bg-good-wash text-good",
  danger: "bg-danger-wash text-danger",
};

/** One word about something: Lead, Pinned, Private. */
export const Badge = ({ children, icon, tone = "plain" }: BadgeProps) => (
  <span
    className={classes(
      "inline-flex items-center gap-1 rounded-sm px-1.5 py-px text-xs font-semibold whitespace-nowrap",
      tones[tone],
    )}
  >
    {icon}
    {children}
  </span>
);
