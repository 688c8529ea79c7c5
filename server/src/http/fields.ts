import type * as z from "zod/mini";
import type { $ZodIssue } from "zod/v4/core";

/** What was wrong, by field: "offices.0.zone" → "is not a time zone we know". */
export function fieldsOf(error: z.core.$ZodError): Record<string, string> {
  const fields: [string, string][] = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key): [string, string] => [[...issue.path, key].join("."), "is not known here"])
      : [[issue.path.join(".") || "body", sentenceOf(issue)] as [string, string]],
  );
  // fromEntries defines "__proto__" as a plain property, an assignment would not
  return Object.fromEntries(fields.slice(0, 20).toReversed());
}

function sentenceOf(issue: $ZodIssue): string {
  if (issue.message !== "Invalid input") return issue.message;
  if (issue.code === "invalid_type")
    return issue.input === undefined ? "is missing" : `must be ${issue.expected}`;
  return "is not valid";
}
