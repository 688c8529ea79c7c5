import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";

const root = join(import.meta.dirname, "../..");
const longestWait = 120_000;

const running = new Set<ChildProcess>();
// its programs hear that it is gone, and end
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** `npm run cluster` as somebody starts it, with what it says. */
export class ClusterCommand {
  readonly #lines: string[] = [];
  readonly #child: ChildProcess;

  private constructor(
    readonly folder: string,
    readonly port: number,
  ) {
    const env = { ...process.env, DATA_DIR: folder, PORT: String(port), RATE_LIMITS: "off" };
    this.#child = spawn(process.execPath, ["scripts/cluster.mjs"], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(this.#child);
    this.#child.once("close", () => running.delete(this.#child));
    for (const output of [this.#child.stdout!, this.#child.stderr!])
      createInterface({ input: output }).on("line", (line) => this.#lines.push(line));
  }

  /** @throws with what it said, when it ends instead */
  static async start(folder: string, port: number): Promise<ClusterCommand> {
    const cluster = new ClusterCommand(folder, port);
    await cluster.untilSaid(/Ctrl-C stops everything/);
    return cluster;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get said(): number {
    return this.#lines.length;
  }

  /** The first line like this after the first `from`, once it is said. */
  async untilSaid(pattern: RegExp, from = 0): Promise<RegExpExecArray> {
    for (const until = Date.now() + longestWait; ; await sleep(50)) {
      const found = this.#lines
        .slice(from)
        .map((line) => pattern.exec(line))
        .find(Boolean);
      if (found) return found;
      const ended = this.#child.exitCode !== null || this.#child.signalCode !== null;
      if (ended || Date.now() > until)
        throw new Error([`The cluster never said ${String(pattern)}:`, ...this.#lines].join("\n"));
    }
  }

  /** The process that a program of it runs as now: "mongod 1", "server A", "balancer". */
  async pidOf(name: string): Promise<number> {
    await this.untilSaid(new RegExp(`${name} .*\\d`));
    const starts = this.#lines.flatMap((line) => {
      const found = new RegExp(`^ +${name} +(\\d+) |${name} runs again, as (\\d+)$`).exec(line);
      return found ? [Number(found[1] ?? found[2])] : [];
    });
    return starts.at(-1)!;
  }

  /** The mongod that it called primary last. */
  async primary(): Promise<string> {
    await this.untilSaid(/is primary now/);
    return /mongod \d/.exec(this.#lines.findLast((line) => line.includes("is primary now"))!)![0];
  }

  /** As Ctrl-C does, or as nobody should; the code that it ended with. */
  async end(signal: "SIGINT" | "SIGKILL"): Promise<number | null> {
    const closed = once(this.#child, "close") as Promise<[number | null]>;
    this.#child.kill(signal);
    return (await closed)[0];
  }
}
