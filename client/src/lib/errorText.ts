import { CallError } from "./callError.ts";
import type { t as translate } from "./texts.ts";

/** What went wrong, for whoever reads the screen; with a failure of ours the number by which the log knows it. */
export function errorText(t: typeof translate, error: unknown): string {
  if (!(error instanceof CallError)) return t("errors.internal");
  const reference = referenceText(t, error);
  return reference ? `${t(`errors.${error.code}`)} ${reference}` : t(`errors.${error.code}`);
}

/** What an admin asks for to find a failure in the log; nothing for a refusal, which needs no finding. */
export function referenceText(t: typeof translate, { code, requestId }: CallError): string | undefined {
  return code === "internal" && requestId ? t("errors.request", { id: requestId }) : undefined;
}
