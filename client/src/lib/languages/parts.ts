import type { en } from "./en.ts";
import type { administration } from "./en/administration.ts";
import type { audit } from "./en/audit.ts";
import type { desk } from "./en/desk.ts";
import type { invitation } from "./en/invitation.ts";
import type { keys } from "./en/keys.ts";
import type { notices } from "./en/notices.ts";
import type { report } from "./en/report.ts";
import type { rules } from "./en/rules.ts";
import type { Texts } from "./shape.ts";

/** Texts of what few open, by noun: they are loaded with it. */
export interface LateTexts {
  administration: typeof administration;
  audit: typeof audit;
  desk: typeof desk;
  invitation: typeof invitation;
  keys: typeof keys;
  notices: typeof notices;
  report: typeof report;
  rules: typeof rules;
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
  desk: {
    en: async () => (await import("./en/desk.ts")).desk,
    fr: async () => (await import("./fr/desk.ts")).desk,
    de: async () => (await import("./de/desk.ts")).desk,
  },
  invitation: {
    en: async () => (await import("./en/invitation.ts")).invitation,
    fr: async () => (await import("./fr/invitation.ts")).invitation,
    de: async () => (await import("./de/invitation.ts")).invitation,
  },
  keys: {
    en: async () => (await import("./en/keys.ts")).keys,
    fr: async () => (await import("./fr/keys.ts")).keys,
    de: async () => (await import("./de/keys.ts")).keys,
  },
  notices: {
    en: async () => (await import("./en/notices.ts")).notices,
    fr: async () => (await import("./fr/notices.ts")).notices,
    de: async () => (await import("./de/notices.ts")).notices,
  },
  report: {
    en: async () => (await import("./en/report.ts")).report,
    fr: async () => (await import("./fr/report.ts")).report,
    de: async () => (await import("./de/report.ts")).report,
  },
  audit: {
    en: async () => (await import("./en/audit.ts")).audit,
    fr: async () => (await import("./fr/audit.ts")).audit,
    de: async () => (await import("./de/audit.ts")).audit,
  },
  rules: {
    en: async () => (await import("./en/rules.ts")).rules,
    fr: async () => (await import("./fr/rules.ts")).rules,
    de: async () => (await import("./de/rules.ts")).rules,
  },
};
