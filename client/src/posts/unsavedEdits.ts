import { onServer } from "../lib/drawn.ts";

/** What was typed into posts and not saved yet, by post: a list that scrolls on draws a post anew. */
export const unsavedEdits = new Map<string, string>();

// the browser asks before it leaves them behind
if (!onServer)
  addEventListener("beforeunload", (event) => {
    if (unsavedEdits.size > 0) event.preventDefault();
  });
