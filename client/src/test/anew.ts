// Before each file of tests: they share one document, which takes longer to make than most files take.
import { vi } from "vitest";

vi.resetModules();
localStorage.clear();
sessionStorage.clear();
document.body.replaceChildren();
document.documentElement.lang = "";
history.replaceState(null, "", "/");
