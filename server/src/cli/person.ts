import { Email, Handle, Role } from "@meridian/shared/people";
import { line } from "@meridian/shared/shape";
import type { Command } from "commander";
import * as z from "zod/mini";
import { audit } from "../audit/audit.ts";
import { followFirstChannels } from "../company/arrive.ts";
import { transaction } from "../database/connect.ts";
import { OfficeModel } from "../offices/model.ts";
import { insertPerson } from "../people/insert.ts";
import { PersonModel } from "../people/model.ts";
import { hashPassword } from "../people/passwords.ts";
import { endSessions } from "../sessions/end.ts";
import { checkOptions, CommandError, say, withDatabase } from "./command.ts";
import { readPassword } from "./password.ts";

const NewPerson = z.object({
  email: Email,
  name: line(80),
  handle: Handle,
  office: line(60),
  role: Role,
});

export function personCommands(program: Command): void {
  const person = program.command("person").description("add people and set their passwords");

  person
    .command("add")
    .description("add a person; the password is asked for and not shown")
    .requiredOption("--email <address>", "what they sign in with")
    .requiredOption("--name <name>", "their name, as it stands beside their posts")
    .requiredOption("--handle <handle>", "what others write after the @")
    .requiredOption("--office <city>", "the city of their office")
    .option("--role <role>", "staff, auditor or admin", "staff")
    .option("--password-stdin", "read the password from standard input", false)
    .action(async ({ passwordStdin, ...options }: { passwordStdin: boolean }) => {
      const { office, ...given } = checkOptions(NewPerson, options);
      const password = await readPassword({ fromStdin: passwordStdin });
      await withDatabase(async () => {
        const officeId = await officeIn(office);
        const passwordHash = await hashPassword(password);
        await transaction(async (session) => {
          const added = await insertPerson({ ...given, officeId, passwordHash }, session);
          await followFirstChannels(added, session);
          await audit(session, {
            by: "operator",
            action: "person:added",
            target: { kind: "person", id: String(added._id), name: added.name },
            scope: { officeId },
            after: { email: added.email, handle: added.handle, role: added.role },
          });
        });
        say(`${given.name} (@${given.handle}) can sign in as ${given.email}.`);
      });
    });

  person
    .command("set-password")
    .description("give a person a new password and sign them out everywhere")
    .argument("<email>", "what they sign in with")
    .option("--password-stdin", "read the password from standard input", false)
    .action(async (email: string, { passwordStdin }: { passwordStdin: boolean }) => {
      const password = await readPassword({ fromStdin: passwordStdin });
      await withDatabase(async () => {
        const passwordHash = await hashPassword(password);
        const changed = await transaction(async (session) => {
          const found = await PersonModel.findOneAndUpdate(
            { email: email.trim().toLowerCase() },
            { $set: { passwordHash }, $inc: { rev: 1 } },
            { session },
          ).lean();
          if (!found) return null;
          await endSessions({ personId: found._id }, session);
          await audit(session, {
            by: "operator",
            action: "person:passwordSet",
            target: { kind: "person", id: String(found._id), name: found.name },
            scope: { officeId: found.officeId },
          });
          return found;
        });
        if (!changed) throw new CommandError(`Nobody has the e-mail address ${email}.`);
        say(`${changed.name} has a new password. Their sessions are ended.`);
      });
    });
}

async function officeIn(city: string) {
  const offices = await OfficeModel.find().sort({ city: 1 }).select("city").lean();
  const found = offices.find((office) => office.city.toLowerCase() === city.toLowerCase());
  if (found) return found._id;
  throw new CommandError(
    offices.length === 0
      ? "There is no company yet: open the page and set it up, or seed or import one."
      : `There is no office in ${city}. The offices: ${offices.map((office) => office.city).join(", ")}.`,
  );
}
