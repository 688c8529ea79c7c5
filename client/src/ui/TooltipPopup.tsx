import { Tooltip as Base } from "@base-ui/react/tooltip";
import { type ShownTooltip, tooltipId, tooltips } from "./tooltips.ts";

export function TooltipPopup({ anchor, text, side }: ShownTooltip) {
  return (
    <Base.Root open>
      <Base.Portal>
        <Base.Positioner anchor={anchor} side={side} sideOffset={6} className="z-50">
          <Base.Popup
            id={tooltipId}
            role="tooltip"
            onPointerEnter={tooltips.keep}
            onPointerLeave={tooltips.pointAway}
            className="max-w-72 rounded-md bg-inverse px-2.5 py-1.5 text-sm text-on-inverse"
          >
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
