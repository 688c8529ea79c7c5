// Finds a Chromium for the end-to-end tests, or gets one.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { run, step, tool } from "./programs.mjs";

// Without all that a window needs, which takes much of the processor's time.
const WINDOWLESS = ["chromium-headless-shell", "chrome-headless-shell"];

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

const MACOS = ["Chromium", "Google Chrome", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const WINDOWS = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
  .filter(Boolean)
  .flatMap((folder) => [
    join(folder, "Google", "Chrome", "Application", "chrome.exe"),
    join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
  ]);

const APT = "/usr/bin/apt-get";

const MS_FOR_A_DOWNLOAD = 180_000;

/**
 * The path of a Chromium that runs here; empty when it is Playwright's own, which Playwright finds by itself.
 * Throws with what was tried and the ways out when there is none. `asPeopleHave`: one with windows, for what is measured.
 */
export async function findChromium({ asPeopleHave = false } = {}) {
  const asked = process.env.CHROMIUM_BINARY;
  if (asked) {
    if (await answers(asked)) return asked;
    throw new Error(`CHROMIUM_BINARY is set, but ${asked} does not run.`);
  }
  const names = asPeopleHave ? NAMES : [...WINDOWLESS, ...NAMES];
  return (await installed(names)) ?? (await fetchPlaywrights()) ?? (await installPackage(names)) ?? giveUp();
}

async function installed(names) {
  const folders = (process.env.PATH ?? process.env.Path ?? "").split(delimiter).filter(Boolean);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  const elsewhere = { darwin: MACOS, win32: WINDOWS }[process.platform] ?? [];
  for (const path of [...onPath, ...elsewhere]) if (await answers(path)) return path;
  return undefined;
}

/** Running it shows a stub, such as one that only says what to install, and missing libraries. */
async function answers(path) {
  if (!existsSync(path)) return false;
  // There Chromium opens a window instead of answering.
  if (process.platform === "win32") return true;
  try {
    return (await run(path, ["--version"], { quiet: true, msLeft: 20_000 })).code === 0;
  } catch {
    return false;
  }
}

async function fetchPlaywrights() {
  const { chromium } = createRequire(import.meta.url)("@playwright/test");
  if (await answers(chromium.executablePath())) return "";
  const args = tool("@playwright/test", "install", "chromium");
  await step("Fetching Playwright's Chromium", () =>
    run(process.execPath, args, {
      quiet: true,
      msLeft: MS_FOR_A_DOWNLOAD,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
    }),
  );
  return (await answers(chromium.executablePath())) ? "" : undefined;
}

async function installPackage(names) {
  if (!existsSync(APT) || process.getuid?.() !== 0) return undefined;
  const options = { quiet: true, msLeft: MS_FOR_A_DOWNLOAD, env: { DEBIAN_FRONTEND: "noninteractive" } };
  await step("Installing Chromium", async () => {
    await run(APT, ["update"], options);
    for (const name of ["chromium-headless-shell", "chromium"].filter((one) => names.includes(one)))
      if ((await run(APT, ["install", "-y", "--no-install-recommends", name], options)).code === 0) break;
  });
  return await installed(names);
}

function giveUp() {
  throw new Error(
    [
      "No Chromium was found, and none could be fetched. What helps, any one of these:",
      "  - set CHROMIUM_BINARY to the path of a Chromium, Chrome or Edge;",
      "  - install one, such as with: sudo apt-get install chromium;",
      "  - with a network: npx playwright install --with-deps chromium.",
    ].join("\n"),
  );
}
