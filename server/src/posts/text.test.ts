import { describe, expect, it } from "vitest";
import { namesIn, parseText } from "./text.ts";

const ana = "a".repeat(24);
const sydney = "b".repeat(24);
const names = {
  people: new Map([
    ["ana.löw", ana],
    ["ana", ana],
  ]),
  offices: new Map([["sydney", sydney]]),
};
const parse = (body: string) => parseText(body, names);

describe("a text", () => {
  it("becomes a tree of the Markdown subset", () => {
    expect(parse("**bold** *it* ~~no~~ `a*b` [x](https://x.org)").text).toEqual([
      {
        type: "paragraph",
        children: [
          { type: "strong", children: [{ type: "text", text: "bold" }] },
          { type: "text", text: " " },
          { type: "emphasis", children: [{ type: "text", text: "it" }] },
          { type: "text", text: " " },
          { type: "strike", children: [{ type: "text", text: "no" }] },
          { type: "text", text: " " },
          { type: "code", text: "a*b" },
          { type: "text", text: " " },
          { type: "link", href: "https://x.org", children: [{ type: "text", text: "x" }] },
        ],
      },
    ]);
    expect(
      parse("3. three\n4. four\n\n> quote\n\n```ts\nconst a = 1;\n```").text.map((block) => block.type),
    ).toEqual(["list", "quote", "code"]);
  });

  it("names people, offices and hashtags, of any script, but not in code or addresses", () => {
    const parsed = parse("@ana, @Sydney: #Größe #πολύ #1 a@ana.com `@ana` https://x.org/@ana #größe");
    expect(parsed.mentions).toEqual([ana, sydney]);
    expect(parsed.hashtags).toEqual(["größe", "πολύ"]);
    expect(namesIn("mail a@b.c, @Ana. (@sydney) @@no")).toEqual(["ana", "sydney"]);
  });

  it("has no way to carry HTML, images or scripts", () => {
    for (const body of [
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)>",
      "![x](javascript:alert(1))",
      "[x](javascript:alert(1))",
      "[x](data:text/html,1)",
      "<javascript:alert(1)>",
      "[x](  JaVaScRiPt:alert(1))",
    ]) {
      const found = JSON.stringify(parse(body).text);
      expect([body, /"href":"(?!https?:|mailto:)/i.test(found)]).toEqual([body, false]);
    }
  });

  it("loses nothing that is not in the subset", () => {
    expect(JSON.stringify(parse("# no heading\n\n| a | b |\n|---|---|\n\n<b>x</b>").text)).toMatch(
      /# no heading.*\| a \| b \|.*<b>x/,
    );
  });

  it("is bounded in time and depth, whatever it is made of", () => {
    for (const body of [
      "> ".repeat(2_500),
      "*".repeat(5_000),
      "[".repeat(5_000),
      "- ".repeat(2_000),
      "`".repeat(4_999),
      "_a".repeat(2_500),
    ]) {
      const started = performance.now();
      parse(body);
      expect(performance.now() - started).toBeLessThan(500);
    }
  });
});
