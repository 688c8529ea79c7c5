import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { router } from "./app/router.tsx";
import { queryClient } from "./lib/cache.ts";
import { startLanguage } from "./lib/language.ts";
import { startTheme } from "./lib/theme.ts";
import "./styles.css";
import { ToastPlace } from "./ui/Toast.tsx";
import { TooltipPlace } from "./ui/Tooltip.tsx";

startTheme();
await startLanguage();

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <ToastPlace />
      <TooltipPlace />
    </QueryClientProvider>
  </StrictMode>,
);
