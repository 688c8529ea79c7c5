import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/**
 * What node is told to run the server. A broadcast leaves some kilobytes for each listener behind, and with node's 16 MB for what is
 * new a thousand listeners fill that four times a second; docs/performance.md says what more room brings.
 */
export const serverArguments = (built = root) => [
  "--max-semi-space-size=32",
  "--enable-source-maps",
  join(built, "server/dist/main.js"),
];
