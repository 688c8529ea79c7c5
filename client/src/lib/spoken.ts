/** A text as one looks for it: without accents, in lower case. */
export const spoken = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
