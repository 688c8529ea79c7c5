import { NewChannel } from "@meridian/shared/channels";
import { FirstRun } from "@meridian/shared/company";
import { beforeAll, expect, test } from "vitest";
import { setLanguage, startLanguage } from "../language.ts";
import { fieldText } from "./fieldTexts.ts";

beforeAll(startLanguage);

const messages = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined }) =>
  Object.fromEntries(
    (result.error?.issues ?? []).map((issue) => [issue.path.join("."), fieldText(issue.message)]),
  );

test("the contract’s own sentences are said in the reader’s language", async () => {
  const first = FirstRun.safeParse({
    setupToken: "x".repeat(43),
    companyName: "",
    offices: [
      {
        city: "Oslo",
        zone: "Europe/Nowhere",
        workingHours: { days: [1], from: "18:00", to: "09:00" },
        holidays: [],
      },
    ],
    admin: { name: "A", handle: "-", email: "a", password: "short", city: "Oslo" },
  });
  expect(messages(first)).toMatchObject({
    companyName: "This is needed.",
    "offices.0.zone": "This isn’t a time zone we know.",
    "offices.0.workingHours.to": "Work has to end after it begins.",
    "admin.email": "This isn’t an e-mail address.",
    "admin.password": "At least 10 characters, please.",
  });
  await setLanguage("de");
  const channel = NewChannel.safeParse({ name: "x".repeat(61), about: "", private: false });
  expect(messages(channel)).toEqual({ name: "Bitte höchstens 60 Zeichen." });
  expect(fieldText("is odd in some new way")).toBe("Diese Angabe ist nicht gültig.");
});
