import type { Command } from "commander";
import { foundExample } from "../company/example.ts";
import { hashPassword } from "../people/passwords.ts";
import { PersonModel } from "../people/model.ts";
import { PostModel } from "../posts/model.ts";
import { say, withDatabase } from "./command.ts";
import { readPassword } from "./password.ts";

export function seedCommand(program: Command): void {
  program
    .command("seed")
    .description("fill an empty database with a made-up company of six offices")
    .option("--password-stdin", "give everybody the password from standard input", false)
    .option("--password", "give everybody one password, which is asked for", false)
    .addHelpText(
      "after",
      "\nWithout a password nobody can sign in until `person set-password` gives them one.",
    )
    .action(async (options: { passwordStdin: boolean; password: boolean }) => {
      const wanted = options.passwordStdin || options.password;
      const password = wanted ? await readPassword({ fromStdin: options.passwordStdin }) : null;
      await withDatabase(async () => {
        const passwordHash = password === null ? null : await hashPassword(password);
        const admin = await foundExample({ passwordHash });
        const [people, posts] = [await PersonModel.countDocuments(), await PostModel.countDocuments()];
        say(
          `The company is there: ${people} people, ${posts} posts and replies. Its admin is ${admin.email}.`,
        );
        if (password === null) {
          say(`Nobody has a password yet. Give one with: person set-password ${admin.email}`);
        }
      });
    });
}
