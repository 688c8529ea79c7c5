import { t } from "../lib/texts.ts";
import { toast } from "./Toast.tsx";

/** Puts a text on the clipboard and says so, or that it couldn't be. */
export async function copyText(text: string, done = t("toast.copied")): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ title: done });
  } catch {
    toast({ title: t("toast.copyFailed"), kind: "error" });
  }
}
