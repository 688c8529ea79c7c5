import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

export interface TooltipProps {
  text: ReactNode;
  /** What the tooltip belongs to: one element that can have the focus and takes a ref. */
  children: ReactElement;
  side?: "top" | "bottom" | "left" | "right" | undefined;
}

/** More about an element, on hover and on focus. It is never the only place where something is said. */
export function Tooltip({ text, children, side = "top" }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="max-w-72 rounded-md bg-inverse px-2.5 py-1.5 text-sm text-on-inverse transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Around the whole app: after a first tooltip its neighbours come at once. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Base.Provider delay={450}>{children}</Base.Provider>
);
