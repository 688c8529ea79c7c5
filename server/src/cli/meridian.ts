import { runMeridian } from "./program.ts";

// A mongod that was started for a command ends with this program only when it ends by itself.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));

process.exitCode = await runMeridian(process.argv.slice(2));
