/** Somebody's name: names are letters. */
export const nameOf = (first: string, round: number): string =>
  `${first} ${String(round).replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)]!)}`;
