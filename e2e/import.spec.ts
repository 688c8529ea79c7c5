import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./stories.ts";

const at = Date.UTC(2019, 4, 6, 9, 30);
const lines = [
  { type: "version", version: 1 },
  { type: "team", team: { name: "co", display_name: "Co", type: "O" } },
  { type: "channel", channel: { team: "co", name: "old-times", display_name: "Old Times", type: "O" } },
  {
    type: "user",
    user: {
      username: "Iris.Import",
      email: "iris@old.example",
      first_name: "Ίρις",
      last_name: "Import",
      position: "Berlin",
      teams: [{ name: "co", channels: [{ name: "old-times" }] }],
    },
  },
  {
    type: "post",
    post: {
      team: "co",
      channel: "old-times",
      user: "Iris.Import",
      message: "Where did `sorry` go? $x^2 + y^2 = z^2$",
      create_at: at,
      replies: Array.from({ length: 120 }, (_, n) => ({
        user: "Iris.Import",
        message: `reply number ${n + 1}`,
        create_at: at + (n + 1) * 60_000,
      })),
    },
  },
  {
    type: "post",
    post: { team: "co", channel: "nowhere", user: "Iris.Import", message: "lost", create_at: at },
  },
];

test("an import keeps times and authorship, reports what it could not take, and can be run again", async ({
  company,
  open,
}) => {
  const file = join(company.server.dataDir, "import.jsonl");
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const printed = await company.server.meridian(["import", file]);
  expect(printed).toMatch(/\b6\b.*nowhere/);
  await company.server.meridian(["import", file]);

  const s = await open(company.admin, { path: "/channels/old-times" });
  const post = s.post("Where did");
  await expect(post).toHaveCount(1);
  await expect(post.getByText("120 replies")).toBeVisible();
  await expect(post.getByText("$x^2 + y^2 = z^2$")).toBeVisible();
  await post.getByText("120 replies").click();
  await expect(s.post("reply number 1").first()).toBeVisible();
  await expect(s.page.getByRole("heading", { name: "Thread" })).toBeVisible();

  await s.page.getByRole("button", { name: "Show more" }).click();
  await expect(s.page.getByText("120 replies").first()).toBeVisible();
});
