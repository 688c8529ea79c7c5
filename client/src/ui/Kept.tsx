import { Activity, type ReactNode } from "react";
import { useOpened } from "./useOpened.ts";

/** A part that is hidden at times and then found again as it was left: with what was typed in it. */
export const Kept = ({ shown, children }: { shown: boolean; children: ReactNode }) =>
  useOpened(shown) && <Activity mode={shown ? "visible" : "hidden"}>{children}</Activity>;
