import i18next from "i18next";
import { beforeEach, expect, test, vi } from "vitest";
import { currentLocale, preferredLanguage, setLanguage, startLanguage } from "./language.ts";

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
  expect(i18next.t("threads.replies", { count: 1 })).toBe("1 Antwort");
  expect(i18next.t("threads.replies", { count: 1234 })).toBe("1.234 Antworten");
});

test("each language counts in its own way", async () => {
  await setLanguage("fr");
  expect(i18next.t("threads.replies", { count: 0 })).toBe("0 réponse");
  expect(i18next.t("threads.replies", { count: 1_000_000 })).toBe("1\u202f000\u202f000 de réponses");
  await setLanguage("en");
  expect(i18next.t("threads.replies", { count: 0 })).toBe("0 replies");
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
