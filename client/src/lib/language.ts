import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { en } from "./languages/en.ts";
import { type AllTexts, type Part, parts } from "./languages/parts.ts";
import type { Translation } from "./languages/shape.ts";
import { remembered } from "./remembered.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: AllTexts };
  }
}

/** The languages there are, by their own names. */
export const languages = { en: "English", fr: "Français", de: "Deutsch" } as const;
export type Language = keyof typeof languages;

/** English comes with the page and stands in for what fails to load; the others come when they are chosen. */
const load: Record<Exclude<Language, "en">, () => Promise<Translation>> = {
  fr: async () => (await import("./languages/fr.ts")).fr,
  de: async () => (await import("./languages/de.ts")).de,
};

const choice = remembered<Language | "browser">("language", ["browser", "en", "fr", "de"]);

const known = (code: string | null | undefined): Language | undefined => {
  const short = code?.toLowerCase().split("-")[0] ?? "";
  return short in languages ? (short as Language) : undefined;
};

/** The remembered choice, else the first of the browser's languages that there is, else English. */
export function preferredLanguage(): Language {
  const chosen = choice.get();
  if (chosen !== "browser") return chosen;
  return navigator.languages.map(known).find((code) => code !== undefined) ?? "en";
}

let begin: () => void;
const begun = new Promise<void>((resolve) => (begin = resolve));

/** Sets the texts up; wait for it before the first render. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  // Without the network an unloaded language is no reason to show nothing.
  await speak(preferredLanguage()).catch(() => speak("en"));
  begin();
}

/** Changes the language and remembers it; rejects where its texts can't be loaded. */
export async function setLanguage(language: Language): Promise<void> {
  await speak(language);
  choice.set(language);
}

const asked = new Set<Part>();

/** The texts of a page that few open; wait for them with the page itself. */
export async function loadTexts(part: Part): Promise<void> {
  // the router loads the first page before there are texts
  await begun;
  asked.add(part);
  await Promise.all([add("en", part), add(currentLanguage(), part)]);
}

async function add(language: Language, part: Part): Promise<void> {
  if (i18next.getResource(language, "translation", part) !== undefined) return;
  i18next.addResourceBundle(language, "translation", { [part]: await parts[part][language]() }, true);
}

async function speak(language: Language): Promise<void> {
  if (language !== "en" && !i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", await load[language]());
  }
  await Promise.all([...asked].map((part) => add(language, part)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The language that is shown now. */
export const currentLanguage = (): Language => known(i18next.language) ?? "en";

const regions: Record<Language, string> = { en: "en-GB", fr: "fr-FR", de: "de-DE" };

/** The locale for dates and numbers: the shown language, in the region that the browser names for it. */
export function currentLocale(): string {
  const language = currentLanguage();
  return (
    navigator.languages.find((code) => known(code) === language && code.includes("-")) ?? regions[language]
  );
}

/** As currentLocale; renders again when the language changes. */
export function useLocale(): string {
  useTranslation();
  return currentLocale();
}
