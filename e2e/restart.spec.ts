import { expect, test } from "./stories.ts";

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
