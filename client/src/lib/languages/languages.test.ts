import { errorStatus } from "@meridian/shared/errors";
import { describe, expect, test } from "vitest";
import { de as deFirst } from "./de.ts";
import { en as enFirst } from "./en.ts";
import { fr as frFirst } from "./fr.ts";
import { parts } from "./parts.ts";

type Texts = { readonly [key: string]: string | Texts };

/** The texts that come with the first page and those that come later. */
async function all(first: Texts, language: "en" | "fr" | "de"): Promise<Texts> {
  const late = Object.entries(parts).map(async ([part, load]) => [part, await load[language]()] as const);
  return { ...first, ...Object.fromEntries(await Promise.all(late)) };
}
const [en, fr, de] = [await all(enFirst, "en"), await all(frFirst, "fr"), await all(deFirst, "de")];

/** Every text by its path, such as "posts.count_one". */
function flat(texts: Texts, path = ""): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

const suffix = /_(?:zero|one|two|few|many|other)$/;
const english = flat(en);
const plural = (key: string) => english.has(`${key.replace(suffix, "")}_other`) && suffix.test(key);
const wanted = (language: string) =>
  [...english.keys()]
    .flatMap((key) => {
      if (!plural(key)) return [key];
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      return forms.map((form) => key.replace(suffix, `_${form}`));
    })
    .toSorted();
const placeholders = (text: string | undefined) =>
  [...(text ?? "").matchAll(/\{\{\s*(\w+)/g)]
    .map(([, name = ""]) => name)
    .toSorted((a, b) => a.localeCompare(b));

describe.each([
  ["en", en],
  ["fr", fr],
  ["de", de],
])("%s", (language, texts) => {
  const all = flat(texts);

  test("has every key, with the plural forms of its language", () => {
    expect([...all.keys()].toSorted()).toEqual([...new Set(wanted(language))]);
  });

  test("has no empty text and the placeholders of the English ones", () => {
    for (const [key, text] of all) {
      const model = english.get(key) ?? english.get(key.replace(suffix, "_other"));
      expect(text.trim(), key).not.toBe("");
      expect(placeholders(text), key).toEqual(placeholders(model));
    }
  });

  test("has typographic apostrophes", () => {
    for (const [key, text] of all) expect(text, key).not.toContain("'");
  });

  test("has a text for every error", () => {
    for (const code of Object.keys(errorStatus)) expect(all.has(`errors.${code}`), code).toBe(true);
  });
});

test("French has narrow no-break spaces before : ; ? !", () => {
  for (const [key, text] of flat(fr)) expect(text, key).not.toMatch(/[^\u202f][;?!]|[^\u202f\d]:(?!\/)/);
});
