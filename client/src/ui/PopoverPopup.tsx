import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import type { PopupPlace } from "./usePopup.ts";

interface PopoverPopupProps extends PopupPlace {
  label: string;
  align: "start" | "center" | "end";
  children: ReactNode;
}

export function PopoverPopup({ button, open, onOpenChange, label, align, children }: PopoverPopupProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Positioner anchor={button} align={align} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={label}
            finalFocus={button}
            className="max-w-[calc(100vw-1rem)] overflow-hidden rounded-lg bg-raised shadow-pop transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
