// `npm run check:damage`: breaks a copy of the product in each known way, and expects to be told of it.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepDamages } from "../report.ts";
import { type Damage, damages, edited } from "./damages.ts";

const root = join(import.meta.dirname, "../..");
const words = process.argv.slice(2).join(" ");

const copy = await mkdtemp(join(tmpdir(), "meridian-damage-"));
const sound = new Set<string>();
let wrong = 0;
try {
  await copyTo(copy);
  for (const damage of damages.filter(({ what, noticedBy }) =>
    JSON.stringify([what, noticedBy]).includes(words),
  )) {
    const found = await tried(damage);
    if (found !== "noticed") wrong += 1;
    const by = Object.values(damage.noticedBy).join("");
    console.log(`${found}  ${damage.what}  (${by})`);
    await keepDamages(
      [[damage.what, found, by]],
      damages.map(({ what }) => what),
    );
  }
} finally {
  await rm(copy, { recursive: true, force: true });
}
process.exit(wrong === 0 ? 0 : 1);

/** Whether what fails by a damage passes without it, and fails by it. */
async function tried(damage: Damage): Promise<"noticed" | "UNNOTICED" | "FAILS ANYWAY"> {
  const commands = commandsOf(damage);
  const key = JSON.stringify(commands);
  if (!sound.has(key) && !(await pass(commands))) return "FAILS ANYWAY";
  sound.add(key);
  const edits = [damage, ...(damage.and ? [damage.and] : [])];
  for (const edit of edits) {
    const file = join(copy, edit.file);
    await writeFile(file, edited(await readFile(file, "utf8"), edit));
  }
  const passed = await pass(commands);
  for (const { file } of edits) await cp(join(root, file), join(copy, file));
  return passed ? "UNNOTICED" : "noticed";
}

/** What git knows of, and what is installed; the workspaces are the copy's own. */
async function copyTo(folder: string): Promise<void> {
  const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
  for (const file of files.filter(Boolean)) await cp(join(root, file), join(folder, file));
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "@meridian"), { recursive: true });
  for (const name of await readdir(join(root, "node_modules")))
    if (name !== "@meridian") await symlink(join(root, "node_modules", name), join(modules, name));
  for (const name of await readdir(join(root, "node_modules/@meridian")))
    await symlink(join(folder, name), join(modules, "@meridian", name));
  await symlink(join(root, "client/node_modules"), join(folder, "client/node_modules"));
}

/** A check builds the product by itself. */
function commandsOf({ file, noticedBy }: Damage): string[][] {
  if ("check" in noticedBy)
    return [["npm", "run", "check:long", "--", "--quick", "--seed", "1", noticedBy.check]];
  if ("story" in noticedBy)
    return [
      ["npm", "run", "build"],
      ["npx", "playwright", "test", "-c", "e2e/playwright.config.ts", "--retries=0", "-g", noticedBy.story],
    ];
  const project = file.split("/")[0]!;
  return [["npx", "vitest", "run", "--retry=0", "--project", project, noticedBy.test]];
}

async function pass(commands: string[][]): Promise<boolean> {
  for (const [program, ...args] of commands) {
    const child = spawn(program!, args, { cwd: copy, stdio: "ignore" });
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0) return false;
  }
  return true;
}
