import type { Cursor } from "@meridian/shared/events";

let first: Cursor | undefined;

/** The server says with each answer where its stream stood; from the first one on nothing may be missed. */
export function startingFrom(position: string | null): void {
  if (position) first ??= position;
}

export const firstPosition = (): Cursor | undefined => first;

/** Somebody else signs in: what was heard before is not theirs. */
export const forgetPosition = (): void => {
  first = undefined;
};
