import * as z from "zod/mini";
import { endpoint, openEndpoint } from "./endpoint.ts";
import { NewOffice } from "./offices.ts";
import { NewAdmin } from "./people.ts";
import { SignedIn } from "./sessions.ts";
import { line } from "./shape.ts";

/** What anyone may know before signing in. `ready` is false until the first run is done. */
export const Company = z.strictObject({ name: z.string(), ready: z.boolean() });
export type Company = z.infer<typeof Company>;

/** The one-time word from the link that the server prints in its terminal on an empty database. */
export const SetupToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, "is not a first-run link"));

export const FirstRun = z.strictObject({
  setupToken: SetupToken,
  companyName: line(80),
  offices: z.array(NewOffice).check(z.minLength(1, "needs at least one office"), z.maxLength(40)),
  /** The admin's office is named by its city, since no office has an id yet. */
  admin: NewAdmin,
});
export type FirstRun = z.infer<typeof FirstRun>;

export const LookAround = z.strictObject({ setupToken: SetupToken });

export const companyApi = {
  show: openEndpoint("GET", "/company", z.strictObject({}), Company),
  edit: endpoint("PATCH", "/company", z.strictObject({ name: line(80) }), Company),
  setUp: openEndpoint("POST", "/company", FirstRun, SignedIn),
  /** Fills in the made-up company and signs in as its admin. */
  lookAround: openEndpoint("POST", "/company/example", LookAround, SignedIn),
};

export interface CompanyEvents {
  "company:changed": Company;
}
