import { useQuery } from "@tanstack/react-query";
import { CalendarClock } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localTime } from "../lib/time.ts";
import { rotaQuery } from "./queries.ts";

/** Who looks after the desk now, and who comes next, by the reader's own clock. */
export function RotaLines() {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  const rota = useQuery(rotaQuery).data;
  if (!rota) return null;
  const now = rota.now.map(
    ({ person, until }) =>
      `${person.name} (${t("desk.rotaUntil", { time: localTime(zone, until, locale) })})`,
  );
  const next = rota.next
    .slice(0, 2)
    .map(
      ({ person, from }) => `${person.name} (${t("desk.rotaFrom", { time: localTime(zone, from, locale) })})`,
    );
  return (
    <section
      aria-label={t("desk.rota")}
      className="flex gap-2.5 border-b border-line bg-canvas px-4 py-2 text-xs text-soft"
    >
      <CalendarClock size={15} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p>
          <span className="font-semibold text-ink">{t("desk.rotaNow")}</span>{" "}
          {now.length > 0 ? now.join(", ") : t("desk.rotaNobody")}
        </p>
        {next.length > 0 && (
          <p>
            <span className="font-semibold text-ink">{t("desk.rotaNext")}</span> {next.join(", ")}
          </p>
        )}
      </div>
    </section>
  );
}
