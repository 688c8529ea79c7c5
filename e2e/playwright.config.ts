import { defineConfig } from "@playwright/test";
import { chromiumArguments } from "./chromium.ts";

/** Chromium as scripts/test.mjs found it; without one, Playwright's own. */
const executablePath = process.env["CHROMIUM_BINARY"];

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: "../test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // one more than cores: much of a story is waiting
  workers: 3,
  fullyParallel: false,
  // on a busy machine a story may be late once; a second failure is a failure, and the first is reported
  retries: 1,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    actionTimeout: 10_000,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: chromiumArguments,
    },
    // to record every story would take longer than to tell them
    trace: "on-first-retry",
  },
});
