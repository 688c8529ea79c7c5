import type { CallError } from "../lib/callError.ts";
import { useTranslation } from "../lib/texts.ts";
import { ErrorNote } from "./ErrorNote.tsx";

/** Why a form was not taken, above its button. */
export function Refusal({ error }: { error: CallError | undefined }) {
  const { t } = useTranslation();
  return error && <ErrorNote message={t(`errors.${error.code}`)} />;
}
