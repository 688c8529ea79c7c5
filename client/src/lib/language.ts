import { tellServer } from "./drawn.ts";
import { type Part, parts } from "./languages/parts.ts";
import type { Translation } from "./languages/shape.ts";
import { remembered } from "./remembered.ts";
import type { Reader } from "@meridian/shared/start";
import { showTexts, useTranslation } from "./texts.ts";

/** The languages there are, by their own names. */
export const languages = { en: "English", fr: "Français", de: "Deutsch" } as const;
export type Language = keyof typeof languages;

/** The texts that every page may need; only those of the language that is shown are loaded. */
const load: Record<Language, () => Promise<Translation>> = {
  en: async () => (await import("./languages/en.ts")).en,
  fr: async () => (await import("./languages/fr.ts")).fr,
  de: async () => (await import("./languages/de.ts")).de,
};

const choice = remembered<Language | "browser">("language", ["browser", "en", "fr", "de"]);

const known = (code: string | null | undefined): Language | undefined => {
  const short = code?.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(languages, short) ? (short as Language) : undefined;
};

/** What the reader's browser asks for, most wanted first. */
let wanted = () => navigator.languages;

/** The remembered choice, else the first of the browser's languages that there is, else English. */
export function preferredLanguage(): Language {
  const chosen = choice.get();
  return chosen === "browser" ? firstWanted() : chosen;
}

function firstWanted(): Language {
  const all = wanted().map(known);
  return all.find((code) => code !== undefined) ?? "en";
}

let shown: Language = "en";
const loaded = {
  en: new Map<string, string>(),
  fr: new Map<string, string>(),
  de: new Map<string, string>(),
};
const asked = new Set<Part>();

let begin: () => void;
const begun = new Promise<void>((resolve) => (begin = resolve));

/** Loads the texts; wait for it before the first render. */
export async function startLanguage(): Promise<void> {
  // without the network an unloaded language is no reason to show nothing
  await speak(preferredLanguage()).catch(() => speak("en"));
  begin();
}

/** Changes the language and remembers it; rejects where its texts can't be loaded. */
export async function setLanguage(language: Language): Promise<void> {
  await speak(language);
  choice.set(language);
}

/** The texts of a page that few open; wait for them with the page itself. */
export async function loadTexts(part: Part): Promise<void> {
  asked.add(part);
  // the first page is loaded before it is known which language is shown
  await begun;
  await addPart(shown, part);
}

async function speak(language: Language): Promise<void> {
  add(language, await load[language]());
  // also those that are asked for meanwhile
  for (const part of asked) await addPart(language, part);
  shown = language;
  showTexts(language, loaded[language]);
  // even the same one has the whole page styled anew
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
  tellServer("language", language);
}

/** On the server, once: loads the texts of every language. */
export async function loadLanguages(): Promise<void> {
  for (const language of Object.keys(languages) as Language[]) add(language, await load[language]());
}

/** On the server: what is drawn from now on is for this reader. Answers in which language. */
export function drawFor({ language, languages }: Reader): Language {
  wanted = () => languages;
  shown = known(language) ?? firstWanted();
  showTexts(shown, loaded[shown]);
  return shown;
}

const addPart = async (language: Language, part: Part): Promise<void> =>
  add(language, { [part]: await parts[part][language]() });

function add(language: Language, texts: Translation, path = ""): void {
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === "string") loaded[language].set(path + key, value);
    else add(language, value, `${path}${key}.`);
  }
}

/** The language that is shown now. */
export const currentLanguage = (): Language => shown;

const regions: Record<Language, string> = { en: "en-GB", fr: "fr-FR", de: "de-DE" };

/** The locale for dates and numbers: the shown language, in the region that the browser names for it. */
export function currentLocale(): string {
  const language = currentLanguage();
  return wanted().find((code) => known(code) === language && code.includes("-")) ?? regions[language];
}

/** As currentLocale; renders again when the language changes. */
export function useLocale(): string {
  useTranslation();
  return currentLocale();
}
