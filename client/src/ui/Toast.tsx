import { later } from "./later.tsx";
import { useWatched, watched } from "../lib/watched.ts";

export interface ToastText {
  title: string;
  text?: string | undefined;
  /** An error interrupts a screen reader and stays twice as long. */
  kind?: "note" | "error" | undefined;
  action?: { label: string; onPress: () => void } | undefined;
  /** A toast with the id of one that is shown takes its place. */
  id?: string | undefined;
  /** Milliseconds; 0 stays until it is closed. */
  time?: number | undefined;
  onClose?: (() => void) | undefined;
}

// what is said before the code that shows it has come
const early: ToastText[] = [];
let show: ((text: ToastText) => void) | undefined;
const wanted = watched(false);

/** Shows a toast from anywhere. */
export function toast(text: ToastText): void {
  if (show) return show(text);
  early.push(text);
  wanted.set(true);
}

const Toasts = later(async () => (await import("./Toasts.tsx")).Toasts);

/** Once on the page: where toasts appear; F6 goes there. */
export function ToastPlace() {
  return useWatched(wanted) && <Toasts onReady={takeOver} />;
}

function takeOver(shower: typeof show): void {
  show = shower;
  if (shower) early.splice(0).forEach(shower);
}
