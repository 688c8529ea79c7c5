import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The built server on a mongod of its own, in an empty folder. */
export class Server {
  url = "";
  setupToken = "";
  #process: ChildProcess | undefined;
  #port = 0;

  private constructor(
    readonly dataDir: string,
    private readonly built: string,
  ) {}

  get pid(): number {
    return this.#process!.pid!;
  }

  /** `built` is the folder that it was built in. */
  static async start(built = root): Promise<Server> {
    const server = new Server(await mkdtemp(join(tmpdir(), "meridian-e2e-")), built);
    await server.#run();
    return server;
  }

  /** Ends the server as a crash would: nobody is told. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Starts again on the same folder and the same port. */
  async again(): Promise<void> {
    await this.#run();
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Runs the operator's command on this server's data; answers what it printed. */
  async meridian(args: string[], input = ""): Promise<string> {
    const child = spawn(process.execPath, [join(this.built, "server/dist/meridian.js"), ...args], {
      cwd: this.dataDir,
      env: this.#environment(),
      stdio: "pipe",
    });
    child.stdin.end(input);
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    const code = await new Promise((resolve) => child.once("close", resolve));
    if (code !== 0) throw new Error(`meridian ${args.join(" ")} ended with ${String(code)}:\n${printed}`);
    return printed;
  }

  #environment(): NodeJS.ProcessEnv {
    // the tests are many people from one address
    const settings = {
      DATA_DIR: this.dataDir,
      PORT: String(this.#port),
      RATE_LIMITS: "off",
      LOG_LEVEL: "warn",
    };
    return { ...process.env, ...settings };
  }

  async #run(): Promise<void> {
    const child = spawn(process.execPath, [join(this.built, "server/dist/main.js")], {
      cwd: this.dataDir,
      env: this.#environment(),
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#process = child;
    let printed = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        const ready = /ready: (http:\S+)/.exec(printed);
        if (!ready) return;
        this.url = ready[1]!;
        this.#port = Number(new URL(this.url).port);
        // the link of an empty database follows in the next line
        setTimeout(() => {
          this.setupToken = /first-run#(\S+)/.exec(printed)?.[1] ?? "";
          resolve();
        }, 200);
      });
      child.once("exit", (code) => reject(new Error(`the server ended with ${String(code)}: ${printed}`)));
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await gone;
  }
}
