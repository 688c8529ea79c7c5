import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Server } from "../../e2e/server.ts";

export const password = "correct horse battery";

const start = Date.UTC(2020, 0, 1);

/** Somebody who writes while others read. */
export const writer = "wanda@example.com";

/** Fills an empty server with the example company, the writer, and a channel "long" of so many posts; answers its admin's e-mail. */
export async function fill(server: Server, posts: number): Promise<string> {
  const said = await server.meridian(["seed", "--password-stdin"], password);
  const name = ["--name", "Wanda Writer", "--handle", "wanda", "--office", "Berlin"];
  await server.meridian(["person", "add", "--email", writer, ...name, "--password-stdin"], password);
  const file = join(server.dataDir, "long.jsonl");
  await writeFile(file, linesOf(posts).join("\n"));
  await server.meridian(["import", file]);
  return /admin is (\S+@\S+)\./.exec(said)![1]!;
}

function linesOf(posts: number): string[] {
  const user = { username: "lou.long", email: "lou@old.example", first_name: "Lou", last_name: "Long" };
  return [
    { type: "version", version: 1 },
    { type: "team", team: { name: "co", display_name: "Co", type: "O" } },
    { type: "channel", channel: { team: "co", name: "long", display_name: "Long", type: "O" } },
    { type: "user", user: { ...user, position: "Paris" } },
    ...Array.from({ length: posts }, (_, n) => ({
      type: "post",
      post: {
        team: "co",
        channel: "long",
        user: user.username,
        message: `number ${n} ${"and some words more ".repeat(n % 12)}`,
        create_at: start + n * 60_000,
      },
    })),
  ].map((line) => JSON.stringify(line));
}
