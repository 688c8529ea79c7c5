import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

interface Command {
  $db?: string;
  writeConcern?: { w?: unknown; j?: unknown };
  /** False inside a transaction, whose end says what it waits for. */
  autocommit?: boolean;
}

const writing = ["insert", "update", "delete", "findAndModify", "bulkWrite"];

/** What the mongods wrote down of every command: whether each durable write waited for a majority and its journal. */
export async function judgeConcerns(logs: string[]) {
  let writes = 0;
  let hasty = 0;
  for (const log of logs) {
    for await (const line of createInterface({ input: createReadStream(log) })) {
      const command = commandOf(line);
      if (!command || !isDurable(command)) continue;
      writes += 1;
      const { w, j } = command.writeConcern ?? {};
      if (w !== "majority" || j !== true) hasty += 1;
    }
  }
  return { writes, faults: { "writes without a majority and its journal": hasty } };
}

function commandOf(line: string): Command | undefined {
  if (!line.includes('"msg":"Slow query"')) return;
  try {
    return (JSON.parse(line) as { attr: { command?: Command } }).attr.command;
  } catch {
    // torn by a kill
    return;
  }
}

const isDurable = (command: Command): boolean =>
  "commitTransaction" in command ||
  (command.$db === "meridian" && command.autocommit !== false && writing.some((name) => name in command));
