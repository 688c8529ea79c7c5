import type { en } from "./en.ts";
import type { administration } from "./en/administration.ts";
import type { Texts } from "./shape.ts";

/** Texts of pages that few open, by noun: they are loaded with the page. */
export interface LateTexts {
  administration: typeof administration;
}
export type Part = keyof LateTexts;

/** Every text that there may be. */
export type AllTexts = typeof en & LateTexts;

type Loaders = {
  [P in Part]: {
    en: () => Promise<LateTexts[P]>;
    fr: () => Promise<Texts<LateTexts[P], "one" | "many" | "other">>;
    de: () => Promise<Texts<LateTexts[P], "one" | "other">>;
  };
};

export const parts: Loaders = {
  administration: {
    en: async () => (await import("./en/administration.ts")).administration,
    fr: async () => (await import("./fr/administration.ts")).administration,
    de: async () => (await import("./de/administration.ts")).administration,
  },
};
