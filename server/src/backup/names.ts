/** What is worth nothing a minute later: who is online, and how often somebody has asked. */
const passing = new Set(["presence", "rates"]);

export const isPassing = (collection: string): boolean => passing.has(collection);

/** Where a backup is written before it takes its place. */
export const restoring = "restoring.";
