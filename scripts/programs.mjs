// How the scripts run other programs: visibly, and without leaving any behind.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const MS_BETWEEN_SIGNALS = 1_000;
const SIGNALS_BEFORE_FORCE = 3;

/** Programs under way, each with how it gets a signal. */
const running = new Map();
let stoppedBy;
let signalsSeen = 0;
let lastSignalAt = 0;

/** The arguments of node that run a tool of node_modules: no shell, the same on every system. */
export function tool(packageName, ...args) {
  const folder = join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return [join(folder, typeof bin === "string" ? bin : Object.values(bin)[0]), ...args];
}

/**
 * Runs a program to its end and answers with its exit code, as a shell counts it, and what it wrote when `quiet`.
 *
 * Unless it needs the terminal for itself it gets a process group of its own: then Ctrl-C reaches only this script,
 * which passes it on once, whether it comes from the terminal, from npm or from both. A program that cleans up on one
 * signal only names it as `endWith`; one that outlasts `msLeft` is ended.
 */
export function run(command, args, { env, quiet = false, stdio, terminal = false, msLeft, endWith } = {}) {
  const own = !terminal && process.platform !== "win32";
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: env ? { ...process.env, ...env } : process.env,
      stdio: stdio ?? (quiet ? ["ignore", "pipe", "pipe"] : "inherit"),
      detached: own,
      windowsHide: true,
    });
    let output = "";
    child.stdout?.on("data", (text) => (output += text));
    child.stderr?.on("data", (text) => (output += text));
    const send = (asked) => {
      const signal = asked === "SIGKILL" ? asked : (endWith ?? asked);
      try {
        if (own && child.pid) process.kill(-child.pid, signal);
        else child.kill(signal);
      } catch {
        // It has just ended.
      }
    };
    running.set(child, send);
    const late = msLeft === undefined ? undefined : endWhenLate(send, msLeft);
    child.once("error", reject);
    child.once("close", (code, signal) => {
      running.delete(child);
      late?.cancel();
      resolve({ code: code ?? 128 + constants.signals[signal], output, late: late?.fired() ?? false });
    });
  });
}

/** Asks as Ctrl-C would, so that what the program started itself is cleaned up, and then forces it. */
function endWhenLate(send, msLeft) {
  let fired = false;
  let force;
  const ask = setTimeout(
    () => {
      fired = true;
      send("SIGINT");
      force = setTimeout(() => send("SIGKILL"), 10_000);
    },
    Math.max(0, msLeft),
  );
  return {
    fired: () => fired,
    cancel: () => [ask, force].forEach(clearTimeout),
  };
}

/** Puts tables in docs/ that a program has just written into the form that the rest of it has. */
export function formatDocs() {
  return run(process.execPath, tool("oxfmt", "docs"), { quiet: true });
}

/** Ends everything that is under way, such as the other half when one half has ended by itself. */
export function endAll(signal = "SIGTERM") {
  for (const send of running.values()) send(signal);
}

/** Whether somebody asked this script to end. */
export function isStopped() {
  return stoppedBy !== undefined;
}

function onSignal(signal) {
  // npm passes on what the terminal has sent to all of us already.
  const now = Date.now();
  if (now - lastSignalAt < MS_BETWEEN_SIGNALS) return;
  lastSignalAt = now;
  stoppedBy = signal;
  signalsSeen += 1;
  if (running.size === 0) process.exit(128 + constants.signals[signal]);
  // On Windows the terminal has told everybody, and a signal from us would not be a request.
  if (process.platform !== "win32") {
    endAll(signalsSeen >= SIGNALS_BEFORE_FORCE ? "SIGKILL" : signal === "SIGHUP" ? "SIGTERM" : signal);
  }
}

/**
 * npm's shell doesn't pass on what npm tells it: asked to end, npm and its shell are gone at once and this script is
 * left alone. So it looks whether they are still there. (Started without npm it may outlive whoever started it.)
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === "win32") return;
  const lineage = () => `${process.ppid} ${process.platform === "linux" ? parentOf(process.ppid) : ""}`;
  const before = lineage();
  const watching = setInterval(() => {
    if (lineage() === before) return;
    clearInterval(watching);
    onSignal("SIGTERM");
  }, 200);
  watching.unref();
}

function parentOf(pid) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

/** Runs a script: its exit code is what `work` answers with; an error becomes a message instead of a stack. */
export async function main(work) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, onSignal);
  endWithNpm();
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    process.exitCode = isStopped() ? 128 + constants.signals[stoppedBy] : 1;
    if (!isStopped()) console.error(`\n${error.message}`);
  }
}

/**
 * Does something that may take a while. Past the first second a line says what, and for how long already; on stderr,
 * so that what a command prints stays clean.
 */
export async function step(title, work) {
  const begun = Date.now();
  const terminal = process.stderr.isTTY;
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const marks = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  let drawn = 0;
  const draw = () => {
    if (Date.now() - begun < 1_000) return;
    if (terminal) process.stderr.write(`\r${marks[drawn % marks.length]} ${title} … ${seconds()} s `);
    else if (drawn === 0 || seconds() % 10 === 0) process.stderr.write(`${title} … ${seconds()} s\n`);
    drawn += 1;
  };
  const ticking = setInterval(draw, terminal ? 100 : 1_000);
  try {
    const answer = await work();
    if (drawn > 0) process.stderr.write(`${terminal ? "\r\x1b[K" : ""}${title}: ${seconds()} s\n`);
    return answer;
  } catch (error) {
    if (terminal && drawn > 0) process.stderr.write("\r\x1b[K");
    throw error;
  } finally {
    clearInterval(ticking);
  }
}
