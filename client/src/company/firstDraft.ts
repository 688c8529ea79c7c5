import type { FirstRun } from "@meridian/shared/company";
import { t } from "../lib/texts.ts";
import { checkOffice, newDraft, type OfficeDraft, officeOf } from "../offices/draft.ts";
import { checkNewcomer } from "../people/checkNewcomer.ts";
import type { Newcomer } from "../people/NameFields.tsx";

export interface FirstDraft {
  companyName: string;
  offices: OfficeDraft[];
  admin: Newcomer & { email: string; city: string };
}

/** Six offices to begin with: those that Meridian was made for. */
export const firstDraft: FirstDraft = {
  companyName: "",
  offices: [
    newDraft("London", "Europe/London"),
    newDraft("Paris", "Europe/Paris"),
    newDraft("Berlin", "Europe/Berlin"),
    newDraft("New York", "America/New_York"),
    newDraft("Vancouver", "America/Vancouver"),
    newDraft("Sydney", "Australia/Sydney"),
  ],
  admin: { name: "", handle: "", password: "", email: "", city: "London" },
};

/** All but the password, which is not written down anywhere. */
export const withoutPassword = (draft: FirstDraft): FirstDraft => ({
  ...draft,
  admin: { ...draft.admin, password: "" },
});

export const firstRunOf = (setupToken: string, { companyName, offices, admin }: FirstDraft): FirstRun => ({
  setupToken,
  companyName,
  offices: offices.map(officeOf),
  admin,
});

export function checkFirstRun({ companyName, offices, admin }: FirstDraft): Record<string, string> {
  const cities = offices.map(({ city }) => city.trim().toLowerCase());
  const doubled = cities.findIndex((city, at) => city !== "" && cities.indexOf(city) < at);
  return {
    ...(companyName.trim() === "" && { companyName: t("errors.required") }),
    ...Object.assign({}, ...offices.map((office, at) => checkOffice(office, `offices.${at}.`))),
    ...(doubled >= 0 && { [`offices.${doubled}.city`]: t("errors.cities") }),
    ...checkNewcomer(admin, "admin."),
    ...(!/^\S+@\S+\.\S+$/.test(admin.email.trim()) && {
      "admin.email": t(admin.email ? "errors.email" : "errors.required"),
    }),
    ...(!offices.some(({ city }) => city.trim() === admin.city) && { "admin.city": t("errors.required") }),
  };
}
