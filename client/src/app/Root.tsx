import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { queryClient } from "../lib/cache.ts";
import { ToastPlace } from "../ui/Toast.tsx";
import { TooltipPlace } from "../ui/Tooltip.tsx";
import { Pages } from "./Pages.tsx";

/** All that is drawn. */
export const Root = () => (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Pages />
      <ToastPlace />
      <TooltipPlace />
    </QueryClientProvider>
  </StrictMode>
);
