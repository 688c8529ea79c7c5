import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./stories.ts";

const start = Date.UTC(2020, 0, 1);
const many = 10_000;

test("a channel of ten thousand posts can be read to its end, draws only what is looked at, and repeats nothing", async ({
  company,
  open,
}) => {
  test.setTimeout(180_000);
  const line = (value: object) => JSON.stringify(value);
  const lines = [
    line({ type: "version", version: 1 }),
    line({ type: "team", team: { name: "co", display_name: "Co", type: "O" } }),
    line({ type: "channel", channel: { team: "co", name: "long", display_name: "Long", type: "O" } }),
    line({
      type: "user",
      user: {
        username: "lou.long",
        email: "lou@old.example",
        first_name: "Lou",
        last_name: "Long",
        position: "Paris",
      },
    }),
    ...Array.from({ length: many }, (_, n) =>
      line({
        type: "post",
        post: {
          team: "co",
          channel: "long",
          user: "lou.long",
          message: `number ${n} ${"and some words more ".repeat(n % 12)}`,
          create_at: start + n * 60_000,
        },
      }),
    ),
  ];
  const file = join(company.server.dataDir, "long.jsonl");
  await writeFile(file, lines.join("\n"));
  await company.server.meridian(["import", file]);

  const { page } = await open(company.admin, { path: "/channels/long" });
  await expect(page.locator("article[data-post]").first()).toBeVisible();
  const frames = await page.evaluate(async () => {
    const drawn: { most: number; doubled: number; times: number[] } = { most: 0, doubled: 0, times: [] };
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let last = await frame();
    for (let still = 0; still < 60;) {
      const before = document.documentElement.scrollHeight;
      window.scrollBy({ top: 3_000 });
      last = await frame();
      const ids = [...document.querySelectorAll("article[data-post]")].map((one) =>
        one.getAttribute("data-post"),
      );
      drawn.most = Math.max(drawn.most, ids.length);
      drawn.doubled += ids.length - new Set(ids).size;
      const atEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 5;
      still = atEnd && document.documentElement.scrollHeight === before ? still + 1 : 0;
    }
    // all are loaded; now as a hand scrolls, fast: 6,000 pixels a second
    drawn.times = [];
    for (let turn = 0; turn < 300; turn += 1) {
      window.scrollBy({ top: -100 });
      const now = await frame();
      drawn.times.push(now - last);
      last = now;
    }
    window.scrollTo({ top: document.documentElement.scrollHeight });
    return drawn;
  });
  await expect(page.getByText("number 0", { exact: true })).toBeVisible();
  const sorted = frames.times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(sorted.length * 0.95)]!;
  console.log(
    `${many} posts: ${frames.times.length} frames, p95 ${p95.toFixed(1)} ms, at most ${frames.most} posts drawn`,
  );
  // other stories run beside this one: it only must not be absurd; `npm run bench` prints the figure of a quiet machine
  expect(p95).toBeLessThanOrEqual(200);
  expect(frames.most).toBeLessThan(80);
  expect(frames.doubled).toBe(0);
});
