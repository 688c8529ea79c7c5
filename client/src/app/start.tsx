import { createRoot, hydrateRoot } from "react-dom/client";
import { startNavigation } from "../lib/navigation.ts";
import { fetchFirst, takeDrawn } from "./first.ts";
import { openPage } from "./pages.ts";
import { Root } from "./Root.tsx";

/** Draws the page that the address names; `known` is when it has been asked who is here. */
export async function start(root: HTMLElement, known: Promise<unknown>): Promise<void> {
  const isDrawn = takeDrawn();
  await Promise.all([startNavigation(openPage), !isDrawn && fetchFirst(known)]);
  if (isDrawn) hydrateRoot(root, <Root />);
  else createRoot(root).render(<Root />);
}
