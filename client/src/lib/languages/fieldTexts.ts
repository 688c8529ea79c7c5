import { t } from "../texts.ts";

/** What the server says about a field, in the reader's language. It says it in English, for any program that calls. */
export function fieldText(message: string): string {
  const count = Number(/\d+/.exec(message)?.[0] ?? 0);
  if (/empty|missing/.test(message)) return t("errors.required");
  if (message.includes("at least") && message.includes("characters")) return t("errors.tooShort", { count });
  if (message.includes("at most")) return t("errors.tooLong", { count });
  if (message.includes("e-mail")) return t("errors.email");
  if (message.includes("taken")) return t("errors.taken");
  if (message.includes("may hold")) return t("errors.letters");
  if (message.includes("time zone")) return t("errors.zone");
  if (message.includes("end after")) return t("errors.hours");
  if (message.includes("different cities")) return t("errors.cities");
  return t("errors.field");
}

/** Every field's message, translated. */
export const fieldTexts = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([field, message]) => [field, fieldText(message)]));
