import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/**
 * What node is told to run the server. A broadcast leaves something behind for each listener, so there is twice node's room for
 * what is new; docs/performance.md says why not more.
 */
export const serverArguments = (built = root) => [
  "--max-semi-space-size=32",
  "--enable-source-maps",
  join(built, "server/dist/main.js"),
];
