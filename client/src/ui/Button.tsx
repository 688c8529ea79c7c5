import type { ComponentProps, ReactNode } from "react";
import { classes } from "./classes.ts";
import { Spinner } from "./Spinner.tsx";

export interface ButtonProps extends ComponentProps<"button"> {
  /** primary: the one thing to do here; quiet: everything else; plain: within text and rows; danger: can't be undone. */
  variant?: "primary" | "quiet" | "plain" | "danger" | undefined;
  size?: "small" | "medium" | undefined;
  /** Shows a spinner and ignores presses, but keeps the focus. */
  busy?: boolean | undefined;
  icon?: ReactNode;
}

const looks = {
  primary: "bg-accent text-on-accent hover:bg-accent-deep",
  quiet: "border border-edge bg-surface text-ink hover:bg-sunken",
  plain: "text-accent hover:bg-accent-wash hover:text-accent-deep",
  danger: "bg-danger text-on-danger hover:bg-danger-deep",
};
const sizes = {
  small: "min-h-7 gap-1.5 px-2.5 text-sm pointer-coarse:min-h-9",
  medium: "min-h-9 gap-2 px-3.5 text-sm pointer-coarse:min-h-11",
};

/** The classes of a button, for links that look like one. */
export const buttonClasses = (
  variant: keyof typeof looks = "quiet",
  size: keyof typeof sizes = "medium",
  more?: string,
): string =>
  classes(
    "inline-flex items-center justify-center rounded-md font-semibold whitespace-nowrap transition-colors",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-soft",
    looks[variant],
    sizes[size],
    more,
  );

export function Button({ variant, size, busy, icon, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      className={buttonClasses(variant, size, className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}
