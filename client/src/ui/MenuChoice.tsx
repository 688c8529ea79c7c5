import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import { rowClasses } from "./popupClasses.ts";

export interface MenuChoiceProps {
  icon?: ReactNode;
  children: ReactNode;
  onPress?: (() => void) | undefined;
  /** An element that takes the place of the row: a router's Link. */
  link?: ReactElement | undefined;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  /** The key that does the same, shown at the end. */
  hint?: ReactNode;
}

/** One thing that a Menu offers. */
export function MenuChoice({ icon, children, onPress, link, danger, disabled, hint }: MenuChoiceProps) {
  const className = classes(
    rowClasses,
    danger ? "text-danger data-highlighted:bg-danger-wash" : "text-ink [&>svg]:text-soft",
  );
  const content = (
    <>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {hint}
    </>
  );
  return link ? (
    <Base.LinkItem render={link} closeOnClick className={className}>
      {content}
    </Base.LinkItem>
  ) : (
    <Base.Item disabled={disabled ?? false} onClick={() => onPress?.()} className={className}>
      {content}
    </Base.Item>
  );
}

export const MenuLine = () => <Base.Separator className="mx-2 my-1 h-px bg-line" />;
