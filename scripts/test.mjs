// `npm test`: everything a change must pass. `npm test -- --only=lint,server` runs a part of it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { prepare, runNpm } from "./prepare.mjs";
import { isStopped, main, run, tool } from "./programs.mjs";

const MS_IN_ALL = 590_000;
const PROJECTS = ["shared", "scripts", "server", "client"];
const NAMES = ["format", "lint", "types", "build", ...PROJECTS, "checks", "e2e"];

const begun = Date.now();
let reports = "";

const msLeft = () => MS_IN_ALL - (Date.now() - begun);
// Only on Ctrl-C do the runners take down what their tests have started.
const limited = (args, env = {}) => run(process.execPath, args, { msLeft: msLeft(), env, endWith: "SIGINT" });

await main(async () => {
  const only = wantedNames();
  const results = [];
  reports = mkdtempSync(join(tmpdir(), "meridian-test-"));
  try {
    const installed = await part("install", prepare);
    results.push(installed);
    // Without its tools no other part can say anything.
    if (installed.failed === 0)
      for (const parts of partsOf(only)) results.push(...(await Promise.all(parts.map((next) => next()))));
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${results.map((result) => result.line).join("\n")}\n`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  return sum("failed") === 0 ? 0 : 1;
});

function wantedNames() {
  const given = process.argv.slice(2).join(" ");
  if (!given) return new Set(NAMES);
  const only = /^--only=(.+)$/.exec(given)?.[1].split(",");
  if (only?.every((name) => NAMES.includes(name))) return new Set(only);
  throw new Error(`npm test takes one option: --only= with some of ${NAMES.join(",")}`);
}

/** One after another, and those that leave a core to each other at the same time. */
function partsOf(only) {
  const projects = PROJECTS.filter((name) => only.has(name));
  const parts = {
    format: () => succeed(limited(tool("oxfmt", "--check", "."))),
    lint: () => succeed(limited(tool("oxlint", "--type-aware", "--deny-warnings"))),
    build: () => build(),
    types: () => succeed(runNpm(["run", "--silent", "types"], { quiet: true, msLeft: msLeft() })),
    vitest: () => unitTests(projects),
    checks: () => quickChecks(),
    e2e: () => endToEndTests(),
  };
  const isWanted = (name) =>
    only.has(name) ||
    (name === "vitest" && projects.length > 0) ||
    (name === "build" && (only.has("e2e") || only.has("checks")));
  return [["format"], ["lint"], ["build"], ["types", "vitest"], ["checks"], ["e2e"]].map((together) =>
    together.filter(isWanted).map((name) => () => part(name, parts[name])),
  );
}

/** Runs one part and says how it went. What isn't a test runner counts as one. */
async function part(name, work) {
  console.log(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}`);
  const since = Date.now();
  const result = await work().then(
    (counts) => counts ?? { passed: 1, failed: 0 },
    (error) => {
      console.error(error.message);
      return { passed: 0, failed: 1 };
    },
  );
  if (isStopped()) throw new Error("stopped");
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  const line = `${result.failed === 0 ? "✓" : "✗"} ${name.padEnd(8)} ${seconds.padStart(6)} s${counted(result)}`;
  console.log(line);
  return { ...result, line };
}

function counted({ passed, failed }) {
  return passed + failed > 1 ? `  ${passed} of ${passed + failed}` : "";
}

async function succeed(running) {
  const { code, late, output } = await running;
  if (code !== 0 && output) console.error(output.trim());
  if (late) throw new Error("Stopped: the time for all tests is over.");
  if (code !== 0) throw new Error(`It ended with ${code}.`);
}

async function unitTests(projects) {
  const file = join(reports, "vitest.json");
  const args = tool(
    "vitest",
    "run",
    "--config",
    "vite.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
    ...projects.map((name) => `--project=${name}`),
  );
  const ended = limited(args);
  return await count(ended, file, (report) => ({
    passed: report.numPassedTests,
    // A file that could not be read has no tests to fail.
    failed:
      report.numFailedTests +
      report.testResults.filter((test) => test.status === "failed" && test.assertionResults.length === 0)
        .length,
  }));
}

/** The small versions of `npm run check:long`, but those that measure what the machine does too. */
async function quickChecks() {
  const file = join(reports, "checks.json");
  const args = ["--import", "tsx", "checks/main.ts", "--quick", "--together"];
  return await count(limited(args, { CHECKS_JSON_OUTPUT_FILE: file }), file, (counts) => counts);
}

async function endToEndTests() {
  const file = join(reports, "playwright.json");
  const env = { CHROMIUM_BINARY: await findChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const args = tool("@playwright/test", "test", "-c", "e2e/playwright.config.ts", "--reporter=list,json");
  const ended = limited(args, env);
  return await count(ended, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
}

/** A runner that fails without a failed test, or finds no test, has failed once. */
async function count(ended, file, read) {
  const { code, late } = await ended;
  if (late) console.error("Stopped: the time for all tests is over.");
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
  if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
  return counts;
}
