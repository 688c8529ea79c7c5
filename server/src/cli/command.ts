import { AppError } from "@meridian/shared/errors";
import { existsSync } from "node:fs";
import * as z from "zod/mini";
import { ConfigError, readDatabaseConfig } from "../config.ts";
import { connect, disconnect } from "../database/connect.ts";
import { AlreadyRunning } from "../database/embedded.ts";
import { openDatabaseBeside } from "../database/open.ts";

/** Why a command could not do what it was asked, in words for whoever typed it. */
export class CommandError extends Error {
  override name = "CommandError";
}

export const say = (text: string) => process.stdout.write(`${text}\n`);
export const complain = (text: string) => process.stderr.write(`${text}\n`);

/** Takes the line of the last progress away. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001b[K");
}

/** On a terminal the same line again and again, in a log one after the other. */
export function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
}

/** Opens the database, a running server's where there is one, and closes it whatever happens. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const database = await openDatabaseBeside(readDatabaseConfig(process.env), complain);
  try {
    // to index millions of posts takes as long as it takes
    await connect(database.uri, undefined, 0);
    return await work();
  } finally {
    await disconnect();
    await database.close();
  }
}

/** What somebody typed, in the form that the server keeps. Throws CommandError that names each wrong option. */
export function checkOptions<Shape extends z.ZodMiniType>(shape: Shape, given: unknown): z.output<Shape> {
  const parsed = z.safeParse(shape, given);
  if (parsed.success) return parsed.data;
  throw new CommandError(
    parsed.error.issues.map((issue) => `--${issue.path.join(".")}: ${issue.message}`).join("\n"),
  );
}

/** An error as the terminal shows it: a sentence for what can be foreseen, else everything there is to know. */
export function reasonOf(error: unknown): string {
  if (error instanceof AppError) {
    const fields = Object.entries(error.fields ?? {}).map(([field, reason]) => `\n  ${field}: ${reason}`);
    return `${error.message}${fields.join("")}`;
  }
  if (error instanceof CommandError || error instanceof ConfigError || error instanceof AlreadyRunning) {
    return error.message;
  }
  if (!(error instanceof Error)) return String(error);
  if (error.name === "MongooseServerSelectionError") return `The database does not answer: ${error.message}`;
  if ("code" in error && typeof error.code === "string") return error.message;
  return error.stack ?? error.message;
}
