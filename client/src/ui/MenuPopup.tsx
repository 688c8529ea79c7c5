import { Menu as Base } from "@base-ui/react/menu";
import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "./classes.ts";
import { popupClasses } from "./popupClasses.ts";
import type { PopupPlace } from "./usePopup.ts";

interface MenuPopupProps extends PopupPlace {
  align: "start" | "center" | "end";
  children: ReactNode;
}

export function MenuPopup({ button, open, byKey, onOpenChange, align, children }: MenuPopupProps) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open || !byKey) return;
    const focusing = setTimeout(
      () => popup.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus(),
      50,
    );
    return () => clearTimeout(focusing);
  }, [open, byKey]);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={button} align={align} sideOffset={4} className="z-50 outline-none">
          <Base.Popup ref={popup} finalFocus={button} className={classes(popupClasses, "min-w-52")}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
