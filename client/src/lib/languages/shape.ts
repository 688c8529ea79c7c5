import type { en } from "./en.ts";

/**
 * The texts another language has to have: every key of the English ones, where a plural (`…_one`, `…_other`) has
 * the plural forms of that language. A missing or unknown key is a type error.
 */
export type Texts<T, Form extends string> = {
  [
    K in keyof T as K extends `${string}_one`
      ? never
      : K extends `${infer Base}_other`
        ? `${Base}_${Form}`
        : K
  ]: T[K] extends string ? string : Texts<T[K], Form>;
};

/** The texts of a language whose plural forms are `Form`. */
export type TextsOf<Form extends "one" | "many" | "other"> = Texts<typeof en, Form>;

/** Any language's texts, whatever they are called. */
export interface Translation {
  readonly [key: string]: string | Translation;
}
