import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "../lib/cache.ts";
import { startNavigation } from "../lib/navigation.ts";
import { ToastPlace } from "../ui/Toast.tsx";
import { TooltipPlace } from "../ui/Tooltip.tsx";
import { openPage } from "./pages.ts";
import { Pages } from "./Pages.tsx";

/** Draws the page that the address names. */
export async function start(root: HTMLElement): Promise<void> {
  await startNavigation(openPage);
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
