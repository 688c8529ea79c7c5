import { connection } from "../lib/connection.ts";
import { t } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";

const hour = 3_600_000;
/** So many milliseconds apart the pages of a company ask for a new version after a restart. */
const spread = 10_000;

// for as long as the page is there, whoever signs in
let kept = false;

/**
 * Starts the worker that keeps the pages in this browser, and offers a newer version than this page's once all of it is here.
 * A server that comes back may have brought one; a page that stays open for days asks now and then.
 */
export async function keepPages(): Promise<void> {
  if (kept || !("serviceWorker" in navigator)) return;
  kept = true;
  const own = document.querySelector<HTMLMetaElement>("meta[name=version]")?.content;
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<{ version: string }>) => {
    if (data.version !== own) offer();
  });
  await navigator.serviceWorker.register("/worker.js");
  // asked for each time: it is gone where somebody has emptied their browser meanwhile
  const look = () =>
    void navigator.serviceWorker
      .getRegistration()
      .then((registration) => registration?.update())
      .catch(() => {});
  connection.watch((now) => {
    if (now === "live") setTimeout(look, Math.random() * spread);
  });
  setInterval(look, hour);
}

/** Nothing is forced: what is open goes on as it is for as long as its reader likes. */
function offer(): void {
  toast({
    id: "version",
    title: t("app.newVersion"),
    time: 0,
    action: { label: t("app.reload"), onPress: () => location.reload() },
  });
}
