import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const folder = mkdtempSync(join(tmpdir(), "meridian-config-"));
afterAll(() => rmSync(folder, { recursive: true }));
const random = () => randomBytes(32).toString("base64url");

function complaintOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig({ DATA_DIR: folder, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "none";
}

describe("a wrong setting", () => {
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  const mongo = "mongodb://db.example.com/meridian";
  it.each([
    ["PORT", { PORT: "abc" }],
    ["PORT", { PORT: "70000" }],
    ["PORT", { PORT: "1.5" }],
    ["MONGODB_URI", { MONGODB_URI: "postgres://x", JWT_KEYS: `a:${random()}` }],
    ["PUBLIC_URL", { PUBLIC_URL: "meridian.example.com" }],
    ["PUBLIC_URL", { PUBLIC_URL: "ftp://meridian.example.com" }],
    ["PUBLIC_URL", { PUBLIC_URL: "https://example.com/meridian" }],
    ["PUBLIC_URL", { PUBLIC_URL: "https://me:pw@example.com" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["RATE_LIMITS", { RATE_LIMITS: "maybe" }],
    ["METRICS_PORT", { METRICS_PORT: "metrics" }],
    ["DRAIN_SECONDS", { DRAIN_SECONDS: "-1" }],
    ["JWT_KEYS", { MONGODB_URI: mongo }],
    ["JWT_KEYS", { JWT_KEYS: "short:tooshort" }],
    ["JWT_KEYS", { JWT_KEYS: random() }],
    ["JWT_KEYS", { JWT_KEYS: `a:${"a".repeat(64)}` }],
    ["JWT_KEYS", { JWT_KEYS: "a:change-me-change-me-change-me-0123456789" }],
    ["DATA_DIR", { DATA_DIR: join(file, "below") }],
  ])("of %s is one line that names it: %o", (name, env) => {
    expect(complaintOf(env)).toMatch(new RegExp(`^${name}: [^\n]+$`));
  });

  it("ends the program with that line and nothing else", async () => {
    const main = join(import.meta.dirname, "../dist/main.js");
    const env = { PATH: process.env["PATH"], PORT: "abc", DATA_DIR: folder };
    const ended = promisify(execFile)(process.execPath, [main], { env, cwd: folder });
    await expect(ended).rejects.toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^PORT: .+\n$/),
    });
  });
});

describe("settings", () => {
  it("take a public address in the spelling that browsers send", () => {
    const given = { DATA_DIR: folder, PUBLIC_URL: "https://Meridian.Example.com:443/" };
    expect(readConfig(given).publicUrl).toBe("https://meridian.example.com");
  });

  it("keep one key in the data folder that its owner alone reads, and make it anew when it was cut off", () => {
    const [key] = readConfig({ DATA_DIR: folder }).keys;
    const file = join(folder, "jwt-key");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readConfig({ DATA_DIR: folder }).keys).toEqual([key]);
    writeFileSync(file, "");
    expect(readConfig({ DATA_DIR: folder }).keys[0]!.secret.length).toBeGreaterThan(40);
    expect(readFileSync(file, "utf8").length).toBeGreaterThan(40);
  });
});
