import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "../lib/cache.ts";
import { startNavigation } from "../lib/navigation.ts";
import { ToastPlace } from "../ui/Toast.tsx";
import { TooltipPlace } from "../ui/Tooltip.tsx";
import { fetchFirst } from "./first.ts";
import { openPage } from "./pages.ts";
import { Pages } from "./Pages.tsx";

/** Draws the page that the address names; `known` is when it has been asked who is here. */
export async function start(root: HTMLElement, known: Promise<unknown>): Promise<void> {
  await Promise.all([startNavigation(openPage), fetchFirst(known)]);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Pages />
        <ToastPlace />
        <TooltipPlace />
      </QueryClientProvider>
    </StrictMode>,
  );
}
