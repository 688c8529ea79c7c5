import { Password } from "@meridian/shared/people";
import { text } from "node:stream/consumers";
import { CommandError } from "./command.ts";

/** The password from standard input, its last line break left off, or asked twice on the terminal without echo. */
export async function readPassword({ fromStdin }: { fromStdin: boolean }): Promise<string> {
  if (fromStdin) return checked((await text(process.stdin)).replace(/\r?\n$/, ""));
  if (!process.stdin.isTTY) {
    throw new CommandError(
      "There is no terminal to ask for the password on. Pipe it in with --password-stdin.",
    );
  }
  const first = checked(await ask("Password: "));
  if ((await ask("The same again: ")) !== first) throw new CommandError("The two passwords differ.");
  return first;
}

function checked(password: string): string {
  const parsed = Password.safeParse(password);
  if (!parsed.success) throw new CommandError(`The password ${parsed.error.issues[0]?.message}.`);
  return password;
}

/** One line, unseen. Ctrl-C ends the program as it would anywhere else. */
function ask(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding("utf8");
  return new Promise((resolve) => {
    let typed = "";
    const finish = () => {
      stdin.off("data", hear);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write("\n");
    };
    const hear = (chunk: string) => {
      for (const character of chunk) {
        if (character === "\r" || character === "\n" || character === "\u0004") {
          finish();
          return resolve(typed);
        }
        if (character === "\u0003") {
          finish();
          process.kill(process.pid, "SIGINT");
          return;
        }
        if (character === "\u007f" || character === "\b") typed = typed.replace(/.$/su, "");
        else if (character >= " ") typed += character;
      }
    };
    stdin.on("data", hear);
    stdin.resume();
  });
}
