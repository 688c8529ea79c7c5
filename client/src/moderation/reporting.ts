import { asked } from "../lib/asked.ts";

/** Something that somebody is about to report; `name` is its author's. */
export interface Reported {
  kind: "post" | "profile";
  id: string;
  name: string;
}

/** The question why. */
export const reporting = asked<Reported>();
