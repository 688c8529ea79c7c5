import type { Command } from "commander";
import { stat } from "node:fs/promises";
import { verifyAudit } from "../audit/verify.ts";
import type { Contents } from "../backup/file.ts";
import { checkBackup, restoreBackup, totalOf } from "../backup/restore.ts";
import { takeBackup } from "../backup/take.ts";
import { endSessions } from "../sessions/end.ts";
import { CommandError, endProgress, progress, say, withDatabase } from "./command.ts";

export function backupCommands(program: Command): void {
  program
    .command("backup")
    .description("write everything, pictures too, into a file, while it is in use")
    .argument("<file>", "the file; it has its name once it is whole")
    .addHelpText(
      "after",
      "\nIt holds the database as it was at one moment, with all that was acknowledged before the command began, and is\n" +
        "read again at the end. It can be read by whoever has it: private posts and password hashes are in it. The key in\n" +
        "DATA_DIR/jwt-key (or JWT_KEYS) is not.",
    )
    .action(async (file: string) => {
      await withDatabase(async () => {
        const begun = performance.now();
        await takeBackup(file, counting("read"));
        const seconds = (performance.now() - begun) / 1_000;
        const contents = await checkBackup(file, counting("checked"));
        endProgress();
        const { size } = await stat(file);
        const megabytes = `${(size / 1_000_000).toFixed(1)} MB`;
        say(`${sentenceOf(contents)} ${megabytes} in ${seconds.toFixed(1)} s, read again and whole.`);
      });
    });

  program
    .command("restore")
    .description("put a backup into an empty database, or in the place of what is there")
    .argument("<file>", "a file that `backup` wrote")
    .option("--replace", "put it in the place of what the database holds now", false)
    .option("--sign-out", "end every session that was open when the backup was taken", false)
    .addHelpText(
      "after",
      "\nStop all servers first. The file is read to its end before anything is written, and the database stays as it\n" +
        "was until everything has been written beside it.",
    )
    .action(async (file: string, { replace, signOut }: { replace: boolean; signOut: boolean }) => {
      await stat(file).catch(() => {
        throw new CommandError(`${file} can't be read.`);
      });
      const contents = await checkBackup(file, counting("checked"));
      await withDatabase(async () => {
        await restoreBackup(file, { replace }, counting("written"));
        endProgress();
        if (signOut) await endSessions({});
        const { bad, entries } = await verifyAudit();
        say(`${sentenceOf(contents)} All of it is in the database again.`);
        say(
          bad
            ? "The audit log is not whole: see `audit verify`."
            : `The audit log is whole: ${entries} entries.`,
        );
      });
    });
}

const sentenceOf = (contents: Contents): string => {
  const count = (name: string) => contents.collections.find((one) => one.name === name)?.count ?? 0;
  return (
    `Taken ${contents.takenAt.toISOString()}: ${count("people")} people, ${count("posts")} posts and replies, ` +
    `${count("avatars")} pictures; ${totalOf(contents)} records in all.`
  );
};

/** Says how far it is, once a second. */
function counting(what: string): (done: number, of: number) => void {
  let spoke = performance.now();
  return (done, of) => {
    if (performance.now() - spoke < 1_000) return;
    spoke = performance.now();
    progress(`${done} of ${of} records ${what}`);
  };
}
