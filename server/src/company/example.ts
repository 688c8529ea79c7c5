import type { StoredPerson } from "../people/model.ts";

/** Fills in the made-up company and answers its admin. */
export async function foundExample(): Promise<StoredPerson> {
  throw new Error("not yet");
}
