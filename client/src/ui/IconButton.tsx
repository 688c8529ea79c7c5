import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Tooltip } from "./Tooltip.tsx";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "children" | "aria-label"> {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  size?: "small" | "medium" | undefined;
  /** For a button that is on or off. */
  pressed?: boolean | undefined;
  side?: "top" | "bottom" | "left" | "right" | undefined;
}

export function IconButton({
  label,
  icon,
  size = "medium",
  pressed,
  side,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} side={side}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={classes(
          "inline-flex shrink-0 items-center justify-center rounded-md text-soft transition-colors hover:bg-sunken hover:text-ink",
          "aria-pressed:bg-accent-wash aria-pressed:text-accent disabled:opacity-50 aria-disabled:opacity-50 data-popup-open:bg-sunken data-popup-open:text-ink",
          size === "small" ? "size-7 pointer-coarse:size-9" : "size-9 pointer-coarse:size-11",
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
