import { classes } from "./classes.ts";
import { formatNumber, useTranslation } from "../lib/texts.ts";

export interface CountProps {
  value: number;
  /** Above it, "99+" is shown. */
  max?: number | undefined;
  /** Grey, for what needs no attention. */
  quiet?: boolean | undefined;
  /** What is counted, for screen readers: "3 unread". */
  label?: string | undefined;
  className?: string | undefined;
}

/** How many there are; nothing for 0. */
export function Count({ value, max = 99, quiet, label, className }: CountProps) {
  useTranslation();
  if (value <= 0) return null;
  const shown = formatNumber(Math.min(value, max)) + (value > max ? "+" : "");
  return (
    <span
      className={classes(
        "inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1.5 text-2xs font-bold tabular-nums",
        quiet ? "bg-sunken text-soft" : "bg-brass text-on-brass",
        className,
      )}
    >
      <span aria-hidden={label !== undefined}>{shown}</span>
      {label !== undefined && <span className="sr-only">{label}</span>}
    </span>
  );
}
