import type { AllTexts } from "./languages/parts.ts";
import { useWatched, watched } from "./watched.ts";

/** Every text by its path, such as "posts.by"; a plural without its form: "threads.replies". */
export type TextKey = Path<AllTexts>;

type Path<T> = {
  [K in keyof T & string]: T[K] extends string ? Name<K> : `${K}.${Path<T[K]>}`;
}[keyof T & string];
type Name<K extends string> = K extends `${infer Base}_${"one" | "other"}` ? Base : K;

/** What is put in place of `{{name}}`, or written as the language writes numbers: `{{count, number}}`. */
export type TextValues = Readonly<Record<string, string | number>>;

/** A language's texts by their paths, plurals with their forms: "threads.replies_one". */
export type TextsByPath = ReadonlyMap<string, string>;

let texts: TextsByPath = new Map();
// made with the texts: a browser takes its time to make the first of a kind
let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;

/** A number as the language that is shown writes it. */
export const formatNumber = (value: number): string => numbers?.format(value) ?? String(value);

/** A text in the language that is shown; `count` chooses the form of a plural. */
export function t(key: TextKey, values: TextValues = {}): string {
  const { count } = values;
  const form = typeof count === "number" ? texts.get(`${key}_${plurals?.select(count)}`) : undefined;
  const text = form ?? texts.get(key) ?? key;
  return text.replaceAll(/\{\{(\w+)(, number)?\}\}/g, (_whole, name: string, number?: string) => {
    const value = values[name] ?? "";
    return number ? formatNumber(Number(value)) : String(value);
  });
}

// another object for each language, so that what is remembered by it is made anew
const translation = watched({ t });

/** The texts for a component, which is drawn again when the language changes. */
export const useTranslation = (): { t: typeof t } => useWatched(translation);

/** From now on texts are these. */
export function showTexts(language: string, next: TextsByPath): void {
  texts = next;
  plurals = new Intl.PluralRules(language);
  numbers = new Intl.NumberFormat(language);
  translation.set({ t: (key, values) => t(key, values) });
}
