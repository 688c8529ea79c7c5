import mongoose from "mongoose";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { audit } from "../audit/audit.ts";
import { AuditModel } from "../audit/model.ts";
import { connect, disconnect, transaction } from "../database/connect.ts";
import { PersonModel } from "../people/model.ts";
import { checkPassword } from "../people/passwords.ts";
import { SessionModel } from "../sessions/model.ts";
import { signIn } from "../test/build.ts";

const script = join(import.meta.dirname, "../../dist/meridian.js");
let folder: string;

// the commands use the database of the usual name; every other test has one of its own
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "meridian-cli-"));
  await connect(inject("mongodbUri"));
  await mongoose.connection.db!.dropDatabase();
});
afterAll(async () => {
  await mongoose.connection.db!.dropDatabase();
  await disconnect();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command as an operator would, in a program of its own. */
async function meridian(args: string[], input = "") {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, MONGODB_URI: inject("mongodbUri"), DATA_DIR: folder },
  });
  child.stdin.on("error", () => {}).end(input);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out, errors };
}

const person = (email: string, handle: string, ...more: string[]) =>
  ["person", "add", "--email", email, "--name", "Ada O’Brien", "--handle", handle].concat(
    ["--office", "sydney", "--password-stdin"],
    more,
  );

// each command is a program that has to start first
describe("meridian", { timeout: 60_000 }, () => {
  it("answers what it doesn't understand with 2, and help with 0", async () => {
    const answers = await Promise.all([
      meridian(["nonsense"]),
      meridian(["person", "add", "--email", "a@example.com"]),
      meridian(["import"]),
      meridian(["--help"]),
      meridian(["person", "add", "--help"]),
    ]);
    expect(answers.map(({ code }) => code)).toEqual([2, 2, 2, 0, 0]);
    expect(answers[1]!.errors).toContain("--name");
    expect(answers[4]!.out).toContain("--password-stdin");
  });

  it("imports, seeds only an empty database, and adds people who can then sign in", async () => {
    const file = join(folder, "old.jsonl");
    const user = { username: "kim", email: "kim@example.com", position: "Sydney" };
    await writeFile(file, `${JSON.stringify({ type: "user", user })}\nnot json\n`);
    const before = await meridian(person("ada@example.com", "ada"), "correct horse");
    expect([before.code, before.errors]).toEqual([1, expect.stringContaining("There is no company yet")]);

    const imported = await meridian(["import", file]);
    expect([imported.code, imported.errors]).toEqual([0, expect.stringContaining("line 2: it is not JSON")]);
    expect(imported.out).toMatch(/1 people[^]*Not taken: 1[^]*no admin yet/);
    const seeded = await meridian(["seed"]);
    expect([seeded.code, seeded.errors]).toEqual([1, "The company has been set up already.\n"]);

    const added = await meridian(person("Ada@Example.com", "ada", "--role", "admin"), "correct horse\n");
    expect([added.code, added.errors]).toEqual([0, ""]);
    expect(added.out).not.toContain("correct horse");
    const ada = await PersonModel.findOne({ email: "ada@example.com" }).lean();
    expect(ada).toMatchObject({ role: "admin", handle: "ada" });
    expect(await checkPassword(ada!.passwordHash, "correct horse")).toBe(true);
    const again = await meridian(person("ada@example.com", "ada2"), "correct horse");
    expect([again.code, again.errors]).toEqual([1, expect.stringContaining("taken")]);
  });

  it("names each option that is wrong", async () => {
    const wrong = await meridian(person("nobody", "A B", "--role", "king"), "correct horse");
    expect(wrong.code).toBe(1);
    expect(wrong.errors).toMatch(/--email: .*\n--handle: .*\n--role: /);
    const short = await meridian(person("c@example.com", "c"), "short");
    expect([short.code, short.errors]).toEqual([1, "The password must be at least 10 characters.\n"]);
  });

  it("sets a new password and ends the person's sessions", async () => {
    const kim = await PersonModel.findOne({ email: "kim@example.com" }).lean();
    await signIn(kim!);
    const set = await meridian(
      ["person", "set-password", "KIM@example.com", "--password-stdin"],
      "a new password",
    );
    expect([set.code, set.errors]).toEqual([0, ""]);
    const after = await PersonModel.findOne({ email: "kim@example.com" }).lean();
    expect(await checkPassword(after!.passwordHash, "a new password")).toBe(true);
    expect(await SessionModel.countDocuments({ personId: kim!._id, endedAt: null })).toBe(0);
    const nobody = await meridian(
      ["person", "set-password", "x@example.com", "--password-stdin"],
      "a new password",
    );
    expect([nobody.code, nobody.errors]).toEqual([1, "Nobody has the e-mail address x@example.com.\n"]);
  });

  it("takes a backup, and puts it in the place of what is there", async () => {
    const file = join(folder, "company.backup");
    const taken = await meridian(["backup", file]);
    expect([taken.code, taken.errors]).toEqual([0, ""]);
    expect(taken.out).toMatch(/2 people, .*read again and whole/);
    const refused = await meridian(["restore", file]);
    expect([refused.code, refused.errors]).toEqual([
      1,
      expect.stringContaining("The database is not empty."),
    ]);
    await PersonModel.deleteMany({});
    const restored = await meridian(["restore", file, "--replace", "--sign-out"]);
    expect([restored.code, restored.errors]).toEqual([0, ""]);
    expect(restored.out).toMatch(/in the database again\.\nThe audit log is whole/);
    expect(await PersonModel.countDocuments()).toBe(2);
    expect(await SessionModel.countDocuments({ endedAt: null })).toBe(0);
  });

  it("says whether the audit log is whole, and which entry is the first that is not", async () => {
    for (const reason of ["one", "two", "three"])
      await transaction((session) => audit(session, { by: "operator", action: "import:done", reason }));
    const whole = await meridian(["audit", "verify"]);
    expect([whole.code, whole.errors]).toEqual([0, ""]);
    await AuditModel.collection.updateOne({ reason: "two" }, { $set: { reason: "2" } });
    const { seq } = (await AuditModel.findOne({ reason: "2" }).lean())!;
    const bent = await meridian(["audit", "verify"]);
    expect([bent.code, bent.errors]).toEqual([1, expect.stringContaining(`#${seq} (`)]);
  });
});
