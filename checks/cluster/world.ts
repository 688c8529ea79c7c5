import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { readFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Db, MongoClient } from "mongodb";
import type { Recipe } from "../../cluster/child.ts";
import { type Member, startReplicaSet, uriOf } from "../../cluster/mongods.ts";
import { type Server, startServer } from "../../cluster/servers.ts";
import { type Colleague, Company } from "../../e2e/company.ts";
import { findMongod } from "../../server/src/database/embedded.ts";
import { Machine } from "./machine.ts";
import { Proxy } from "./proxy.ts";

/** Milliseconds; an access token is good for ten minutes. */
const renewal = 180_000;

export interface Node extends Server<Machine> {
  /** Directly, without the network in between that a check may spoil. */
  url: string;
  proxy: Proxy;
}

interface WorldOptions {
  mongods?: number;
  limits?: string;
  /** Whether the mongods write down every command. */
  logged?: boolean;
  /** Whether other checks may have been there before, and come after. */
  shared?: boolean;
}

const everyCommand = ["--slowms", "-1", "--setParameter", "maxLogSizeKB=1000"];

const folders = new Set<string>();
process.on("exit", () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** Mongods, two servers of the built product and a company in them, in a folder that is gone afterwards. */
export class World {
  #people = new Set<Colleague>();
  #renewal: NodeJS.Timeout | undefined;

  private constructor(
    readonly folder: string,
    readonly members: Member<Machine>[],
    readonly nodes: [Node, Node],
    readonly company: Company<{ url: string; setupToken: string }>,
    /** The database as somebody outside sees it. */
    readonly client: MongoClient,
  ) {}

  get database(): Db {
    return this.client.db("meridian");
  }

  static async start({ mongods = 3, limits = "off", logged = false }: WorldOptions = {}): Promise<World> {
    const folder = await mkdtemp(join(tmpdir(), "meridian-check-"));
    folders.add(folder);
    const { path } = await findMongod();
    const env = { RATE_LIMITS: limits, DRAIN_SECONDS: "0", LOG_LEVEL: "warn", TRUSTED_PROXIES: "0" };
    const run = (recipe: Recipe) => new Machine({ ...recipe, env: { ...recipe.env, ...env } });
    const members = await startReplicaSet(
      folder,
      path,
      (recipe) => run({ ...recipe, args: [...recipe.args, ...(logged ? everyCommand : [])] }),
      mongods,
    );
    const mongodbUri = uriOf(members);
    const settings = {
      publicUrl: "http://127.0.0.1:3000",
      mongodbUri,
      jwtKeys: `checks:${randomBytes(48).toString("base64url")}`,
    };
    const [A, B] = (await Promise.all(
      ["A", "B"].map(async (name): Promise<Node> => {
        const server = await startServer(name, folder, settings, run);
        return { ...server, url: `http://${server.host}`, proxy: await Proxy.before(server.host) };
      }),
    )) as [Node, Node];
    const company = await Company.found({ url: A.url, setupToken: await setupTokenIn(A.program.log) });
    const client = await MongoClient.connect(mongodbUri, { readConcernLevel: "majority" });
    const world = new World(folder, members, [A, B], company, client);
    world.keepSignedIn(company.admin);
    return world;
  }

  /** What the mongods write down. */
  get logs(): string[] {
    return this.members.map((_, at) => join(this.folder, `mongod-${at + 1}`, "mongod.log"));
  }

  /** The mongod that takes writes now. */
  async primary(): Promise<Machine> {
    for (;;) {
      const hello = await this.client
        .db()
        .command({ hello: 1 })
        .catch(() => undefined);
      const member = this.members.find(({ host }) => host === hello?.["primary"]);
      if (member) return member.program;
      await sleep(100);
    }
  }

  /** For as long as this world stands these people have a token that is good: checks may take longer than one is. */
  keepSignedIn(...people: Colleague[]): void {
    for (const who of people) this.#people.add(who);
    this.#renewal ??= setInterval(() => void this.#renew(), renewal);
  }

  async #renew(): Promise<void> {
    for (const who of this.#people)
      for (const node of this.nodes) {
        const renewed = this.company.signInAgain(who, node).then(
          () => true,
          () => false,
        );
        if (await renewed) break;
      }
  }

  /** Ends nobody asked for. */
  get crashes(): number {
    return [...this.members, ...this.nodes].reduce((sum, { program }) => sum + program.crashes, 0);
  }

  /** Whether all of it runs, so that another check can be made here. */
  get whole(): boolean {
    return [...this.members, ...this.nodes].every(({ program }) => program.runs);
  }

  /** Networks without what the check before spoiled. */
  async mendNetworks(): Promise<void> {
    for (const node of this.nodes) {
      await node.proxy.close();
      node.proxy = await Proxy.before(node.host);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#renewal);
    await this.client.close();
    for (const { proxy } of this.nodes) await proxy.close();
    await Promise.all(this.nodes.map(({ program }) => program.stop()));
    await Promise.all(this.members.map(({ program }) => program.kill()));
    await rm(this.folder, { recursive: true, force: true });
    folders.delete(this.folder);
  }
}

/** A server says that it is ready before it says where its company is set up; it may also end in between. */
async function setupTokenIn(log: string): Promise<string> {
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(50)) {
    const link = /first-run#(\S+)\n/.exec(await readFile(log, "utf8"));
    if (link) return link[1]!;
  }
  throw new Error(`${log} names no link to set up a company with`);
}

/** Shared worlds of one mongod that no check is in. They end with this program. */
const idle: { world: World; logged: boolean }[] = [];

/** A world for as long as `work` takes: to start one takes longer than most small checks do, so these may share. */
export async function inWorld<T>(options: WorldOptions, work: (world: World) => Promise<T>): Promise<T> {
  const { shared = false, logged = false } = options;
  const at = shared ? idle.findIndex((one) => one.logged || !logged) : -1;
  const found = at < 0 ? undefined : idle.splice(at, 1)[0];
  await found?.world.mendNetworks();
  const world = found?.world ?? (await World.start(options));
  let kept = false;
  try {
    const result = await work(world);
    kept = shared && world.whole;
    return result;
  } finally {
    if (kept) idle.push({ world, logged: found?.logged ?? logged });
    else await world.stop();
  }
}
