import { Zone } from "@meridian/shared/offices";
import { line } from "@meridian/shared/shape";
import type { Command } from "commander";
import { access } from "node:fs/promises";
import * as z from "zod/mini";
import { importMattermost } from "../imports/mattermost.ts";
import { Report } from "../imports/report.ts";
import { PersonModel } from "../people/model.ts";
import { checkOptions, CommandError, complain, endProgress, progress, say, withDatabase } from "./command.ts";

const Options = z.object({ office: z.optional(line(60)), "office-zone": z.optional(Zone) });

export function importCommand(program: Command): void {
  program
    .command("import")
    .description("take in a file in Mattermost's bulk-import format (JSON Lines, plain or .gz)")
    .argument("<file>", "the file")
    .option("--office <city>", "office of the people whose position is not the city of an office")
    .option("--office-zone <zone>", "time zone of that office when it is new, such as Europe/Paris")
    .addHelpText(
      "after",
      "\nIt can be run again: what is there already is left as it is. Into an empty database it brings the company too,\n" +
        "with an office in every well-known city that people have as their position.",
    )
    .action(async (file: string, given: { office?: string; officeZone?: string }) => {
      const options = checkOptions(Options, { office: given.office, "office-zone": given.officeZone });
      await access(file).catch(() => {
        throw new CommandError(`${file} can't be read.`);
      });
      await withDatabase(async () => {
        const report = new Report(complain, progress);
        await importMattermost(file, { office: options.office, officeZone: options["office-zone"] }, report);
        endProgress();
        for (const sentence of report.summary()) say(sentence);
        if (!(await PersonModel.exists({ role: "admin" }))) {
          say("There is no admin yet. Make one with: person add --role admin …");
        }
      });
    });
}
