import type { Command } from "commander";
import { verifyAudit } from "../audit/verify.ts";
import { CommandError, say, withDatabase } from "./command.ts";

export function auditCommand(program: Command): void {
  program
    .command("audit")
    .description("look after the audit log")
    .command("verify")
    .description("check that no entry was edited, taken out, put in or moved; the first bad one is named")
    .addHelpText(
      "after",
      "\nEnds with 1 when the log is not whole. Keep the last line somewhere else: whoever can rewrite the whole\n" +
        "database could rewrite the whole chain, but not what you wrote down.",
    )
    .action(async () => {
      await withDatabase(async () => {
        const { bad, entries, days, last } = await verifyAudit();
        if (bad) {
          throw new CommandError(
            `The audit log is not whole. The first bad entry is ${bad.day} #${bad.seq}` +
              `${bad.id ? ` (${bad.id})` : ""}: ${bad.why}.`,
          );
        }
        say(`The audit log is whole: ${entries} entries on ${days} days.`);
        if (last) say(`Last: ${last.day} #${last.seq} ${last.hash}`);
      });
    });
}
