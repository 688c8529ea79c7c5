// What every other script needs first: the right Node and the locked dependencies. It uses Node's own modules only.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, run, step } from "./programs.mjs";

const STAMP = join(root, "node_modules", ".meridian-stamp");

export async function prepare() {
  checkNode();
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  await step("Installing the dependencies", install);
  writeFileSync(STAMP, wanted);
}

function checkNode() {
  const { engines } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const [major, minor] = engines.node.match(/\d+/g).map(Number);
  const [haveMajor, haveMinor] = process.versions.node.split(".").map(Number);
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
  throw new Error(
    `Meridian needs Node ${major}.${minor} or newer (22 or 24 are recommended); this is ${process.versions.node}.\n` +
      "Get one from https://nodejs.org, or with a version manager.",
  );
}

/** The binaries in node_modules belong to one platform: a folder carried to another machine is stale too. */
function fingerprint() {
  const hash = createHash("sha256");
  for (const name of ["package-lock.json", ".npmrc"]) hash.update(readFileSync(join(root, name)));
  return hash.update(`${process.platform} ${process.arch}`).digest("hex");
}

async function install() {
  // Without the development ones nothing could be built, also where NODE_ENV says production.
  const args = ["ci", "--include=dev"];
  const { code, output } = await runNpm(args, { quiet: true });
  if (code !== 0) throw new Error(`The dependencies could not be installed (npm ci):\n\n${output.trim()}`);
}

/** The npm that started us, else the one beside this node: by their JavaScript, which needs no shell on any system. */
export function runNpm(args, options) {
  const beside = join(dirname(process.execPath), "node_modules", "npm", "bin", "npm-cli.js");
  const script = [process.env.npm_execpath ?? "", beside].find(
    (path) => path.endsWith("npm-cli.js") && existsSync(path),
  );
  return script ? run(process.execPath, [script, ...args], options) : run("npm", args, options);
}
