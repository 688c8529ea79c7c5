// Loaded before the first paint, so that a chosen theme doesn't flash. The rest is in src/lib/theme.ts.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is closed to this page: the system's theme is used.
}
