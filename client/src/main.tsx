import { drawnId } from "@meridian/shared/start";
import { renewAccess } from "./lib/access.ts";
import { startLanguage } from "./lib/language.ts";
import { startingFrom } from "./lib/position.ts";
import { startTheme } from "./lib/theme.ts";
import "./styles.css";

const root = document.getElementById("root")!;
const drawn = document.getElementById(drawnId);
startTheme();
// before any answer says where the stream stands by then
startingFrom(drawn?.dataset["position"] ?? null);
// while the code is on its way; those who come by an invitation have no session to go on with
const known = /^\/(first-run|invitation)/.test(location.pathname)
  ? Promise.resolve()
  : renewAccess().catch(() => {});

// awaited in no module: what comes later needs parts of this one's file, and would wait for it to end
void begin();

async function begin(): Promise<void> {
  // what the server has drawn is read while the code of the page takes the only thread
  const seen = drawn && painted();
  try {
    // locks are given in the order in which they are asked for: with this one the refresh above has left, before
    // texts and the code of the page take the only thread for a while
    if ("locks" in navigator) await navigator.locks.request("meridian-start", () => {});
    const texts = startLanguage();
    await seen;
    const [{ start }] = await Promise.all([import("./app/start.tsx"), texts]);
    await start(root, known);
  } catch (error) {
    // there are no texts yet, in whichever language
    root.textContent =
      "Meridian can’t be loaded. · Meridian ne peut pas être chargé. · Meridian kann nicht geladen werden.";
    setTimeout(() => location.reload(), 10_000);
    throw error;
  }
}

/** Resolves once something was painted; nothing is, as long as nobody looks. */
async function painted(): Promise<void> {
  if (document.hidden || performance.getEntriesByName("first-contentful-paint").length > 0) return;
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
