import type { Findings } from "./main.ts";
export const printed = (findings: Findings): string =>
  JSON.stringify(findings, (_, v) => (typeof v === "number" ? Math.round(v * 1000) / 1000 : v), 1);
