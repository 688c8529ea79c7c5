import type { ReactNode } from "react";
import { watched } from "../lib/watched.ts";

export type Side = "top" | "bottom" | "left" | "right";

export interface ShownTooltip {
  anchor: Element;
  text: ReactNode;
  side: Side;
}

// milliseconds: how long a pointer rests before the first one, within which time its neighbours come at once, and how
// long the way over to the tooltip itself may take
const rest = 450;
const fresh = 300;
const grace = 120;

const shown = watched<ShownTooltip | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;
let closedAt = -Infinity;

function set(next: ShownTooltip | undefined): void {
  clearTimeout(timer);
  if (shown.get() && !next) closedAt = performance.now();
  shown.set(next);
}

export const tooltipId = "tooltip";

/** One tooltip for the whole page: elements that have one only say when they are pointed at. */
export const tooltips = {
  shown,
  show: (tooltip: ShownTooltip) => set(tooltip),
  hide: () => set(undefined),
  pointAt: (tooltip: ShownTooltip) => {
    clearTimeout(timer);
    const atOnce = shown.get() || performance.now() - closedAt < fresh;
    if (atOnce) set(tooltip);
    else timer = setTimeout(() => set(tooltip), rest);
  },
  pointAway: () => {
    clearTimeout(timer);
    if (shown.get()) timer = setTimeout(() => set(undefined), grace);
  },
  /** The pointer has reached the tooltip: it may be read and copied. */
  keep: () => clearTimeout(timer),
};
