/** For how many days somebody can't write or come in. */
export const spans = ["1", "3", "7", "30", "forever"] as const;
export type Span = (typeof spans)[number];

const day = 86_400_000;

/** The end of a span that begins now; null: for good. */
export const endOf = (span: Span): string | null =>
  span === "forever" ? null : new Date(Date.now() + Number(span) * day).toISOString();
