import { expect, test } from "vitest";
import { linesOf, linkLines, newTableKey } from "./table.ts";

test("a key is 43 letters and digits, another one each time", () => {
  const keys = Array.from({ length: 50 }, newTableKey);
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(new Set(keys).size).toBe(50);
});

test("lines that were not taken go on as a table that can be read again", () => {
  const line = { name: 'Ann "A", B', email: "bad", office: "London", job: "" };
  expect(linesOf([line, { ...line, name: "Zoë", job: "Design; Print" }])).toBe(
    '"Ann ""A"", B",bad,London\nZoë,bad,London,"Design; Print"',
  );
});

test("no cell of the links is a formula", () => {
  const invited = [{ line: 1, name: "=HYPERLINK(1)", email: "+a@example.com", link: "https://x/#y" }];
  expect(linkLines(invited)).toBe("name,email,link\r\n'=HYPERLINK(1),'+a@example.com,https://x/#y");
});
