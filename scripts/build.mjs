// Builds the client and the server, each only when its sources are not those of the last build.
import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";
import { main, root, run, step, tool } from "./programs.mjs";

const COMMON = ["package-lock.json", "tsconfig.base.json", "shared/package.json", "shared/src"];

const PARTS = {
  client: {
    config: "vite.config.ts",
    folder: "client/dist",
    sources: [...COMMON, "vite.config.ts", "scripts/vite", "client"],
  },
  "server's pages": {
    config: "vite.pages.config.ts",
    folder: "client/dist-server",
    sources: [...COMMON, "vite.pages.config.ts", "scripts/vite", "client"],
  },
  server: {
    config: "server/vite.config.ts",
    folder: "server/dist",
    sources: [...COMMON, "server"],
  },
};

export async function build(names = Object.keys(PARTS)) {
  const stale = names.map((name) => ({ name, now: fingerprint(PARTS[name].sources) })).filter(isStale);
  if (stale.length === 0) return;
  const title = `Building the ${stale.map(({ name }) => name).join(", the ")}`;
  await step(title, () => Promise.all(stale.map(buildPart)));
}

function isStale({ name, now }) {
  return !existsSync(stampOf(name)) || readFileSync(stampOf(name), "utf8") !== now;
}

async function buildPart({ name, now }) {
  rmSync(stampOf(name), { force: true });
  const args = tool("vite", "build", "--config", PARTS[name].config, "--logLevel", "warn");
  // With NODE_ENV=development in the environment React would be built for development.
  const { code, output } = await run(process.execPath, args, {
    quiet: true,
    env: { NODE_ENV: "production" },
  });
  if (code !== 0) throw new Error(`The ${name} could not be built:\n\n${output.trim()}`);
  if (output.trim()) console.error(output.trim());
  writeFileSync(stampOf(name), now);
}

function stampOf(name) {
  return join(root, PARTS[name].folder, ".stamp");
}

/** By content: a checkout or a copy changes times, and nothing else. */
function fingerprint(sources) {
  const hash = createHash("sha256");
  for (const path of sources.flatMap(filesOf))
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

function filesOf(path) {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => !/^(dist|dist-server|node_modules|test)$|^\.|\.test\.tsx?$/.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(({ name }) => filesOf(`${path}/${name}`));
}

if (realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  await main(async () => {
    await prepare();
    await build();
  });
}
