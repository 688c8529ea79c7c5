import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
} from "react";
import { later } from "./later.tsx";
import { type Side, tooltipId, tooltips } from "./tooltips.ts";
import { useWatched } from "../lib/watched.ts";

export interface TooltipProps {
  text: ReactNode;
  /** What the tooltip belongs to: one element that can have the focus and hands these events on. */
  children: ReactElement<HTMLAttributes<Element>>;
  side?: Side | undefined;
}

/**
 * More about an element, on hover and on focus. It is never the only place where something is said. It costs next to
 * nothing until then: a page has hundreds.
 */
export function Tooltip({ text, children, side = "top" }: TooltipProps): ReactElement {
  const own = children.props;
  return cloneElement(children, {
    onPointerEnter: (event: PointerEvent) => {
      own.onPointerEnter?.(event);
      if (event.pointerType === "mouse") tooltips.pointAt({ anchor: event.currentTarget, text, side });
    },
    onPointerLeave: (event: PointerEvent) => {
      own.onPointerLeave?.(event);
      tooltips.pointAway();
    },
    onPointerDown: (event: PointerEvent) => {
      own.onPointerDown?.(event);
      tooltips.hide();
    },
    onFocus: (event: FocusEvent) => {
      own.onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible"))
        tooltips.show({ anchor: event.currentTarget, text, side });
    },
    onBlur: (event: FocusEvent) => {
      own.onBlur?.(event);
      tooltips.hide();
    },
  });
}

const TooltipPopup = later(async () => (await import("./TooltipPopup.tsx")).TooltipPopup);

/** Once on the page: where the one tooltip is drawn. */
export function TooltipPlace() {
  const shown = useWatched(tooltips.shown);
  useEffect(() => {
    if (!shown) return;
    const { anchor, text } = shown;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // it closes the tooltip, not what lies under it; what has the focus elsewhere hears it all the same
      if (event.target === anchor || event.target === document.body) event.stopPropagation();
      tooltips.hide();
    };
    // a name is read already
    if (text !== anchor.getAttribute("aria-label")) anchor.setAttribute("aria-describedby", tooltipId);
    // a list that is scrolled, or told of something new, may take the element away from under its tooltip
    const observer = new MutationObserver(() => !anchor.isConnected && tooltips.hide());
    observer.observe(document.body, { childList: true, subtree: true });
    window.addEventListener("keydown", press, true);
    window.addEventListener("scroll", tooltips.hide, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      anchor.removeAttribute("aria-describedby");
      window.removeEventListener("keydown", press, true);
      window.removeEventListener("scroll", tooltips.hide, { capture: true });
    };
  }, [shown]);
  return shown && <TooltipPopup {...shown} />;
}
