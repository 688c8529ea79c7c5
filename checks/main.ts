// `npm run check:long`: keeps each promise in sight while bad things happen, and says what was counted.
import { writeFile } from "node:fs/promises";
import type { Check, Verdict } from "./check.ts";
import { Z3 } from "./authority/races.ts";
import { A4, A5 } from "./authority/revoked.ts";
import { R2 } from "./convergence/away.ts";
import { R6 } from "./convergence/converge.ts";
import { O6 } from "./durability/away.ts";
import { K1 } from "./durability/command.ts";
import { D3 } from "./durability/failover.ts";
import { D4 } from "./durability/integrity.ts";
import { D1, D2 } from "./durability/kills.ts";
import { S6 } from "./durability/rolling.ts";
import { O4 } from "./limits/sizes.ts";
import { S7 } from "./limits/soak.ts";
import { O3 } from "./limits/rates.ts";
import { O1 } from "./limits/storm.ts";
import { O2 } from "./limits/slow.ts";
import { R3 } from "./live/cursors.ts";
import { R1, R4 } from "./live/drops.ts";
import { I1, I2, I3 } from "./live/retries.ts";
import { Random } from "./random.ts";
import { keepFigures, type Row } from "./report.ts";

const checks: Check[] = [
  [D1, D2, D3, D4],
  [R1, R2, R3, R4, R6],
  [I1, I2, I3],
  [A4, A5, Z3],
  [O1, O2, O3, O4, O6],
  [S6, K1, S7],
].flat();

const words = process.argv.slice(2);
const quick = words.includes("--quick");
const seedAt = words.indexOf("--seed");
const seed = seedAt < 0 ? Math.floor(Math.random() * 2 ** 31) : Number(words[seedAt + 1]);
const wanted = words.filter((word, at) => !word.startsWith("--") && (seedAt < 0 || at !== seedAt + 1));
const unknown = wanted.find((id) => !checks.some((check) => check.id === id));
if (unknown) throw new Error(`There is no check ${unknown}: ${checks.map(({ id }) => id).join(" ")}`);

/** So many checks run side by side: they wait much of the time. */
const atOnce = quick ? 3 : 2;
const chosen = checks.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const isAlone = ({ alone }: Check) => alone === "always" || (alone === "long" && !quick);
const together = chosen.filter((check) => !isAlone(check));
const rows: Row[] = [];
let written = Promise.resolve();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let check = together.shift(); check; check = together.shift()) await judge(check);
  }),
);
if (!words.includes("--together")) for (const check of chosen.filter(isAlone)) await judge(check);
await written;
const passed = rows.filter((row) => row.passed).length;
const json = process.env["CHECKS_JSON_OUTPUT_FILE"];
if (json) await writeFile(json, JSON.stringify({ passed, failed: rows.length - passed }));
process.exit(passed === rows.length ? 0 : 1);

async function judge({ id, promise, run }: Check): Promise<void> {
  const begun = Date.now();
  const note = (text: string) => process.stderr.write(`  ${id}: ${text}\n`);
  process.stderr.write(`${id}: ${promise}\n`);
  const { figure, faults } = await run({ random: new Random(seed), quick, note }).catch(
    (error: unknown): Verdict => ({ figure: "", faults: [`it could not be judged: ${String(error)}`] }),
  );
  const passed = faults.length === 0;
  const seconds = Math.round((Date.now() - begun) / 1_000);
  const said = [figure, ...faults].filter(Boolean).join("; ");
  rows.push({ id, promise, passed, said, seed, seconds });
  const ids = checks.map((check) => check.id);
  if (!quick) written = written.then(() => keepFigures(rows, ids));
  console.log(`${id}  ${passed ? "pass" : "FAIL"}  ${said}  (seed ${seed}, ${seconds} s)`);
}
