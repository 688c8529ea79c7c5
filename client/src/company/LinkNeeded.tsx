import { SquareTerminal } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { Entrance } from "../session/Entrance.tsx";

/** Nobody is here yet: the first one comes in by the link in the server's terminal. */
export function LinkNeeded() {
  const { t } = useTranslation();
  return (
    <Entrance title={t("firstRun.title")} text={t("firstRun.linkNeededText")}>
      <div className="flex gap-3 rounded-lg border border-line bg-surface p-4">
        <SquareTerminal size={22} aria-hidden className="mt-0.5 shrink-0 text-accent" />
        <div>
          <h2 className="text-lg leading-snug font-semibold">{t("firstRun.linkNeeded")}</h2>
          <p className="mt-2 rounded-md bg-sunken px-3 py-2 font-mono text-sm [overflow-wrap:anywhere]">
            {location.origin}/first-run#…
          </p>
        </div>
      </div>
    </Entrance>
  );
}
