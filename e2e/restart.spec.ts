import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./stories.ts";

test("while the database doesn't answer the page says so, keeps what is typed, and goes on by itself", async ({
  company,
  open,
}) => {
  test.setTimeout(120_000);
  const writer = await company.hire("Dario Database", "Paris");
  const w = await open(writer, { path: "/channels/everyone" });
  await w.settled();
  const mongod = Number(await readFile(join(company.server.dataDir, "mongo/mongod.lock"), "utf8"));
  process.kill(mongod, "SIGSTOP");
  try {
    await w.write("into the void");
    await expect(w.page.getByText(/can’t reach its database/)).toBeVisible({ timeout: 20_000 });
    await expect(w.outgoing).toHaveCount(1);
    expect((await fetch(`${company.server.url}/readyz`)).status).toBe(503);
  } finally {
    process.kill(mongod, "SIGCONT");
  }
  await expect(w.post("into the void")).toHaveCount(1, { timeout: 30_000 });
  await expect(w.outgoing).toHaveCount(0);
  await expect(w.page.getByText(/can’t reach its database/)).toHaveCount(0);
});

test("after a killed server the open pages come back by themselves with nothing missing", async ({
  company,
  open,
}) => {
  test.setTimeout(120_000);
  const writer = await company.hire("Willa Restart", "London");
  const reader = await company.hire("Remy Restart", "Sydney");
  const [w, r] = [await open(writer), await open(reader)];
  await w.gotoChannel("everyone");
  await r.gotoChannel("everyone");
  await w.write("before the crash");
  await expect(w.post("before the crash")).toBeVisible();
  await r.readOn("before the crash");
  await company.server.kill();
  await w.write("during the crash");
  await expect(w.outgoing).toHaveCount(1);
  await expect(r.page.getByText("Connecting again…")).toBeVisible();
  await company.server.again();
  await expect(w.post("during the crash")).toHaveCount(1, { timeout: 45_000 });
  await expect(w.outgoing).toHaveCount(0);
  await expect(r.newPosts).toBeVisible({ timeout: 45_000 });
  await r.readOn("during the crash");
  await expect(r.page.getByText("Connecting again…")).toHaveCount(0);
});
