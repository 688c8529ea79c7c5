import { Menu as Base } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";

/** How every list that opens over the page looks, and a row of it. */
export const popupClasses =
  "max-h-(--available-height) overflow-y-auto rounded-lg bg-raised p-1 shadow-pop outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";
export const rowClasses =
  "flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-1 text-sm outline-none data-highlighted:bg-accent-wash data-disabled:text-soft pointer-coarse:min-h-11";

export interface MenuProps {
  /** The button that opens it, such as an IconButton. */
  trigger: ReactElement;
  children: ReactNode;
  align?: "start" | "center" | "end" | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
}

export function Menu({ trigger, children, align = "end", open, onOpenChange }: MenuProps) {
  return (
    <Base.Root {...(open === undefined ? {} : { open })} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup className={classes(popupClasses, "min-w-52")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

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
