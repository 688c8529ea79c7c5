import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./stories.ts";

const start = Date.UTC(2020, 0, 1);
const many = 1_500;

test("a channel of fifteen hundred posts can be read to its end, draws only what is looked at, and repeats nothing", async ({
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
  const seen = await page.evaluate(async () => {
    const drawn = { most: 0, doubled: 0 };
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    for (let still = 0; still < 60;) {
      const before = document.documentElement.scrollHeight;
      window.scrollBy({ top: 3_000 });
      await frame();
      const ids = [...document.querySelectorAll("article[data-post]")].map((one) =>
        one.getAttribute("data-post"),
      );
      drawn.most = Math.max(drawn.most, ids.length);
      drawn.doubled += ids.length - new Set(ids).size;
      const atEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 5;
      still = atEnd && document.documentElement.scrollHeight === before ? still + 1 : 0;
    }
    return drawn;
  });
  await expect(page.getByText("number 0", { exact: true })).toBeVisible();
  // how smoothly ten thousand scroll is in the figures of `npm run bench`
  expect(seen.most).toBeLessThan(80);
  expect(seen.doubled).toBe(0);
});
