import { tellServer } from "./drawn.ts";
import { remembered } from "./remembered.ts";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const choice = remembered<Theme>("theme", themes);

/** Chooses the theme and shows it. public/theme.js does the same before the first paint. */
export function setTheme(theme: Theme): void {
  choice.set(theme);
  show();
}

function show(): void {
  const theme = choice.get();
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  // even the same one has the whole page styled anew
  else if (dataset["theme"] !== theme) dataset["theme"] = theme;
  tellServer("theme", theme);
}

/** Follows the choice made in another tab; call it once. */
export function startTheme(): void {
  show();
  window.addEventListener("storage", show);
}

/** The choice, "system" at first. */
export const useTheme = choice.use;
