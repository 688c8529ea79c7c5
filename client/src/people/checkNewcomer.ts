import { limits } from "@meridian/shared/limits";
import { isHandle } from "@meridian/shared/people";
import { t } from "../lib/texts.ts";
import type { Newcomer } from "./NameFields.tsx";

/** What is wrong with what somebody says about themself, by field. */
export function checkNewcomer({ name, handle, password }: Newcomer, path = ""): Record<string, string> {
  return {
    ...(name.trim() === "" && { [`${path}name`]: t("errors.required") }),
    ...(!isHandle(handle) && {
      [`${path}handle`]: t(handle ? "errors.letters" : "errors.required"),
    }),
    ...(password.length < limits.passwordMin && {
      [`${path}password`]: t("errors.tooShort", { count: limits.passwordMin }),
    }),
  };
}
