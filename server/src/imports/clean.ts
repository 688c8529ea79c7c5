/** One line of valid text from whatever was given, at most so long. */
export const cleanLine = (text: string | null | undefined, max: number): string =>
  (text ?? "")
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- control characters are what this takes out
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ")
    .trim()
    .slice(0, max)
    .toWellFormed()
    .trim();

/** A name as a handle: a–z, 0–9, dot, dash and underscore, at most so long; "person" where nothing is left. */
export const handleFrom = (name: string, max = 40): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .slice(0, max)
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "") || "person";
