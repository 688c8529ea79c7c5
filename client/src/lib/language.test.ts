import { beforeEach, expect, test, vi } from "vitest";
import { currentLocale, loadTexts, preferredLanguage, setLanguage, startLanguage } from "./language.ts";
import { t } from "./texts.ts";

const browser = (...codes: string[]) => vi.spyOn(navigator, "languages", "get").mockReturnValue(codes);

beforeEach(() => {
  localStorage.clear();
  browser("en-GB");
});

test("the first of the browser's languages that there is, else English", () => {
  browser("it-IT", "fr-CA", "de");
  expect(preferredLanguage()).toBe("fr");
  browser("it", "pt-BR");
  expect(preferredLanguage()).toBe("en");
});

test("a choice is remembered, loaded and told to the page", async () => {
  await startLanguage();
  expect(document.documentElement.lang).toBe("en");
  await setLanguage("de");
  expect(preferredLanguage()).toBe("de");
  expect(document.documentElement.lang).toBe("de");
  expect(t("threads.replies", { count: 1 })).toBe("1 Antwort");
  expect(t("threads.replies", { count: 1234 })).toBe("1.234 Antworten");
});

test("each language counts in its own way", async () => {
  await setLanguage("fr");
  expect(t("threads.replies", { count: 0 })).toBe("0 réponse");
  expect(t("threads.replies", { count: 1_000_000 })).toBe("1\u202f000\u202f000 de réponses");
  await setLanguage("en");
  expect(t("threads.replies", { count: 0 })).toBe("0 replies");
});

test("dates follow the browser's region of the language", async () => {
  browser("fr-CA", "en-US");
  await setLanguage("en");
  expect(currentLocale()).toBe("en-US");
  await setLanguage("fr");
  expect(currentLocale()).toBe("fr-CA");
  await setLanguage("de");
  expect(currentLocale()).toBe("de-DE");
});

test("the texts of a page that few open follow the language too", async () => {
  await setLanguage("en");
  await loadTexts("desk");
  expect(t("desk.claim")).toBe("Claim");
  await setLanguage("fr");
  expect(t("desk.claim")).not.toBe("Claim");
  // the page is opened while the language is being changed
  await Promise.all([setLanguage("de"), loadTexts("rules")]);
  const german = t("rules.removed", { name: "Anna" });
  await setLanguage("en");
  expect([german, t("rules.removed", { name: "Anna" })]).toEqual([
    expect.stringContaining("Anna"),
    expect.stringContaining("Anna"),
  ]);
  expect(german).not.toBe(t("rules.removed", { name: "Anna" }));
});
