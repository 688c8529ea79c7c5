import { toast } from "../ui/Toast.tsx";
import { CallError } from "./callError.ts";
import { referenceText } from "./errorText.ts";
import { t } from "./texts.ts";

/** Runs a command of a button; a refusal is told as a toast. Answers whether it was done. */
export async function attempt(command: () => Promise<unknown>): Promise<boolean> {
  try {
    await command();
    return true;
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    toast({ title: t(`errors.${error.code}`), text: referenceText(t, error), kind: "error" });
    return false;
  }
}
