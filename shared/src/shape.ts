import * as z from "zod/mini";

/** A MongoDB ObjectId as 24 lower-case hexadecimal digits. */
export const Id = z.string().check(z.regex(/^[0-9a-f]{24}$/, "must be an id of 24 hexadecimal digits"));
export type Id = z.infer<typeof Id>;

/** A moment as ISO 8601 in UTC with milliseconds. */
export const Instant = z.iso.datetime();
export type Instant = z.infer<typeof Instant>;

/** A calendar date without a zone, "2026-12-24". */
export const CalendarDate = z.iso.date();

/** One line of text that a person typed: trimmed, without control characters, at least one character. */
export const line = (max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "must not be empty"),
      z.maxLength(max, `must be at most ${max} characters`),
      z.refine(isCleanLine, "must be one line of valid text"),
    );

/** The same, where empty is allowed. */
export const optionalLine = (max: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.maxLength(max, `must be at most ${max} characters`),
      z.refine(isCleanLine, "must be one line of valid text"),
    );

/** Several lines of text. NUL and lone surrogates are refused: MongoDB and browsers disagree about them. */
export const paragraphs = (max: number) =>
  z.string().check(
    z.maxLength(max, `must be at most ${max} characters`),
    z.refine((text) => text.isWellFormed() && !text.includes("\0"), "must be valid text"),
  );

/** A whole number from a query string or a JSON body. */
export const wholeNumber = (min: number, max: number) =>
  z.pipe(
    z.union([z.number(), z.string().check(z.regex(/^\d{1,9}$/, "must be a whole number"))]),
    z.pipe(
      z.transform(Number),
      z.int().check(z.gte(min, `must be at least ${min}`), z.lte(max, `must be at most ${max}`)),
    ),
  );

/** How many records a page holds; the default is the server's choice for that list. */
export const Limit = z.optional(wholeNumber(1, 100));

/** A place in a list, as an earlier page of it named it. */
export const PageCursor = z
  .string()
  .check(z.regex(/^\d{1,15}_[0-9a-f]{24}$/, "must come from an earlier page"));

/** An answer that says nothing. */
export const Nothing = z.strictObject({});
export type Nothing = z.infer<typeof Nothing>;

function isCleanLine(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what this refuses
  return text.isWellFormed() && !/[\u0000-\u001f\u007f\u2028\u2029]/.test(text);
}
