import { Command, CommanderError } from "commander";
import { auditCommand } from "./audit.ts";
import { backupCommands } from "./backup.ts";
import { complain, reasonOf } from "./command.ts";
import { importCommand } from "./import.ts";
import { personCommands } from "./person.ts";
import { seedCommand } from "./seed.ts";

const exitCodes = { failed: 1, usage: 2 };

/** The operator's commands. Resolves to the exit code: 0 done, 1 failed, 2 not understood. */
export async function runMeridian(args: string[]): Promise<number> {
  const program = new Command("meridian")
    .description("Commands for whoever runs Meridian. They work beside a running server and without one.")
    .exitOverride()
    .showHelpAfterError("(--help says more)");
  personCommands(program);
  seedCommand(program);
  importCommand(program);
  auditCommand(program);
  backupCommands(program);
  try {
    await program.parseAsync(args, { from: "user" });
    return typeof process.exitCode === "number" ? process.exitCode : 0;
  } catch (error) {
    // commander has said what was wrong, or shown the help that was asked for
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    complain(reasonOf(error));
    return exitCodes.failed;
  }
}
