import type { CallError } from "../lib/callError.ts";
import { useTranslation } from "../lib/texts.ts";
import { ErrorNote } from "./ErrorNote.tsx";
import { errorText } from "../lib/errorText.ts";

/** Why a form was not taken, above its button. */
export function Refusal({ error }: { error: CallError | undefined }) {
  const { t } = useTranslation();
  return error && <ErrorNote message={errorText(t, error)} />;
}
