import { auditApi } from "@meridian/shared/audit";
import { Types } from "mongoose";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { clock } from "../clock.ts";
import { transaction } from "../database/connect.ts";
import { buildCompany, buildPerson, type Signed } from "../test/build.ts";
import { request, succeed, useServer } from "../test/startServer.ts";
import { type Act, audit } from "./audit.ts";
import { AuditHeadModel, AuditModel, type StoredEntry } from "./model.ts";
import { verifyAudit } from "./verify.ts";

const server = useServer();
let admin: Signed;
let auditor: Signed;

// past the model, which refuses to change what is written
const raw = () => AuditModel.collection;
const write = (act: Partial<Act> = {}) =>
  transaction((session) => audit(session, { by: "system", action: "import:done", ...act }));

beforeAll(async () => {
  ({ admin } = await buildCompany());
  auditor = await buildPerson({ role: "auditor" });
});
beforeEach(async () => {
  await raw().deleteMany({});
  await AuditHeadModel.deleteMany({});
});

describe("the audit log", () => {
  it("takes acts that happen at once, each in a place of its own", async () => {
    await Promise.all(Array.from({ length: 25 }, () => write()));
    const entries = await AuditModel.find().sort({ seq: 1 }).lean();
    expect(entries.map((entry) => entry.seq)).toEqual(Array.from({ length: 25 }, (_, n) => n + 1));
    expect(await verifyAudit()).toMatchObject({ entries: 25, days: 1, bad: null });
  });

  it("has no entry for what was taken back, and goes on over midnight", async () => {
    const evening = new Date("2026-11-24T23:59:30Z");
    clock.correct(evening);
    await write();
    const failed = transaction(async (session) => {
      await audit(session, { by: "system", action: "import:done" });
      throw new Error("it could not be done");
    });
    await expect(failed).rejects.toThrow("it could not be done");
    clock.correct(new Date("2026-11-25T00:00:30Z"));
    await write();
    clock.correct(new Date());
    const entries = await AuditModel.find().sort({ day: 1 }).lean();
    expect(entries.map(({ day, seq }) => [day, seq])).toEqual([
      ["2026-11-24", 1],
      ["2026-11-25", 1],
    ]);
    expect(entries[1]!.previous).toBe(entries[0]!.hash);
    expect((await verifyAudit()).bad).toBeNull();
    await raw().deleteMany({ day: "2026-11-24" });
    await AuditHeadModel.deleteOne({ _id: "2026-11-24" });
    expect((await verifyAudit()).bad).toMatchObject({ day: "2026-11-25", seq: 1 });
  });

  it("can't be changed through its model", async () => {
    await write();
    await expect(AuditModel.updateOne({}, { $set: { reason: "x" } })).rejects.toThrow("only ever added to");
    await expect(AuditModel.deleteMany({})).rejects.toThrow("only ever added to");
  });

  const at = (seq: number) => ({ seq });
  it.each([
    ["an edit", 3, () => raw().updateOne(at(3), { $set: { reason: "nicer" } })],
    ["an edit deep inside", 2, () => raw().updateOne(at(2), { $set: { "after.role": "staff" } })],
    ["a deletion", 4, () => raw().deleteOne(at(4))],
    [
      "an insertion",
      7,
      async () => {
        const last = (await AuditModel.findOne(at(6)).lean<StoredEntry>())!;
        await raw().insertOne({ ...last, _id: new Types.ObjectId(), seq: 7 });
      },
    ],
    [
      "a reordering",
      2,
      async () => {
        await raw().updateOne(at(2), { $set: { seq: 99 } });
        await raw().updateOne(at(5), { $set: { seq: 2 } });
        await raw().updateOne(at(99), { $set: { seq: 5 } });
      },
    ],
    ["a tail that was cut off", 5, () => raw().deleteMany({ seq: { $gte: 5 } })],
    ["a head that was taken away", 1, () => AuditHeadModel.deleteMany({})],
  ])("shows %s at entry %i", async (_damage, seq, harm) => {
    for (let n = 0; n < 6; n += 1) await write({ after: { role: "admin" }, reason: `reason ${n}` });
    expect((await verifyAudit()).bad).toBeNull();
    await harm();
    expect((await verifyAudit()).bad).toMatchObject({ seq });
  });
});

describe("reading the audit log", () => {
  it("is for admins and auditors, in pages that miss nothing, by what one looks for", async () => {
    const { url } = server.node;
    for (let n = 0; n < 7; n += 1)
      await write({ action: n % 2 ? "person:role" : "import:done", reason: `${n}` });
    const reasons: string[] = [];
    for (let before: string | undefined, turn = 0; turn === 0 || before; turn += 1) {
      const page = await succeed(url, auditApi.list, { limit: 3, ...(before && { before }) }, auditor.token);
      reasons.push(...page.entries.map((entry) => entry.reason));
      before = page.next ?? undefined;
    }
    expect(reasons).toEqual(["6", "5", "4", "3", "2", "1", "0"]);
    const { entries } = await succeed(url, auditApi.list, { action: "person:role" }, admin.token);
    expect(entries.map((entry) => entry.reason)).toEqual(["5", "3", "1"]);
    const staff = await buildPerson();
    expect((await request(url, auditApi.list, {}, staff.token)).status).toBe(403);
  });

  it("as a file leaves spreadsheets no formula, and writes down who took it", async () => {
    const get = (format: string, token: string) =>
      fetch(`${server.node.url}/api/audit/export?format=${format}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
    for (const reason of ['=HYPERLINK("http://x")', "+1", "-1", "@x", "\t=1", "\r=1", 'says "no", twice'])
      await write({ reason });
    const csv = await get("csv", auditor.token);
    expect(csv.headers.get("content-disposition")).toContain("audit.csv");
    const text = await csv.text();
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain(`"says ""no"", twice"`);
    expect(text).not.toMatch(/[,\n]"?[=+\-@\t\r]/);
    const lines = (await (await get("jsonl", admin.token)).text()).trim().split("\n");
    const parsed = lines.map((line) => JSON.parse(line) as { action: string; actor: { id: string } });
    expect(parsed.slice(-2)).toMatchObject([
      { action: "audit:exported", actor: { id: auditor.id } },
      { action: "audit:exported", actor: { id: admin.id } },
    ]);
    expect((await verifyAudit()).bad).toBeNull();
  });
});
