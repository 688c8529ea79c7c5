import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Server } from "./server.ts";

const root = join(import.meta.dirname, "..");

/** A copy of what was built, whose pages can be put in place of others. */
export class Deployed {
  private constructor(
    private readonly folder: string,
    readonly server: Server,
  ) {}

  static async start(): Promise<Deployed> {
    const folder = await mkdtemp(join(tmpdir(), "meridian-deployed-"));
    for (const part of ["server/dist", "server/package.json", "client/dist", "client/dist-server"])
      await cp(join(root, part), join(folder, part), { recursive: true });
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    return new Deployed(folder, await Server.start(folder));
  }

  /** Puts a new version in place, in which every file has another name and the old ones are gone, and starts the server again. */
  async deploy(): Promise<void> {
    const dist = join(this.folder, "client/dist");
    const assets = join(dist, "assets");
    const named = (file: string) => file.replace(/(\.\w+)$/, "-2$1");
    const files = await readdir(assets);
    const renamed = (text: string) =>
      files.reduce((changed, file) => changed.replaceAll(file, named(file)), text);
    for (const file of files) {
      const path = join(assets, file);
      if (/\.(js|css)$/.test(file)) await writeFile(path, renamed(await readFile(path, "utf8")));
      await rename(path, join(assets, named(file)));
    }
    for (const file of ["index.html", "worker.js"]) {
      const text = renamed(await readFile(join(dist, file), "utf8"));
      await writeFile(
        join(dist, file),
        text.replace(/(name="version" content|const version =)(=?) ?"\w+"/, '$1$2"another"'),
      );
    }
    await this.server.kill();
    await this.server.again();
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
