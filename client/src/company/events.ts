import type { Company, CompanyEvents } from "@meridian/shared/company";
import { patch } from "../lib/cache.ts";
import type { Handlers } from "../lib/handlers.ts";

export const companyHandlers: Handlers<CompanyEvents> = {
  "company:changed": (company) => patch<Company>({ queryKey: ["company"] }, () => company),
};
