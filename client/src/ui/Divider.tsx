import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** A line across a stream with words in it: a day, or (`here`) the place where the reader stopped. */
export function Divider({ children, here }: { children: ReactNode; here?: boolean | undefined }) {
  const line = classes("h-px flex-1", here ? "bg-brass" : "bg-line");
  return (
    <div className="flex items-center gap-3 px-4 py-2">
      <span aria-hidden className={line} />
      <span className={classes("text-xs font-semibold", here ? "text-brass-ink" : "text-soft")}>
        {children}
      </span>
      <span aria-hidden className={line} />
    </div>
  );
}
