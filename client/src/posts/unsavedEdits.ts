/** What was typed into posts and not saved yet, by post: a list that scrolls on draws a post anew. */
export const unsavedEdits = new Map<string, string>();
