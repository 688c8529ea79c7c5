import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "../lib/texts.ts";
import { useOffices } from "../offices/queries.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { figuresQuery } from "./queries.ts";

interface FiguresDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** How long cases waited until somebody looked, by office. */
export function FiguresDialog({ open, onOpenChange }: FiguresDialogProps) {
  const { t } = useTranslation();
  const query = useQuery({ ...figuresQuery, enabled: open });
  const offices = useOffices();
  const city = (id: string) => offices.find((office) => office.id === id)?.city ?? "";
  const span = (minutes: number | null) => {
    if (minutes === null) return "–";
    return minutes < 120
      ? t("desk.minutes", { count: minutes })
      : t("desk.hours", { count: Math.round(minutes / 60) });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("desk.figuresTitle")}
      text={t("desk.figuresText")}
    >
      {query.data ? (
        <table className="w-full text-sm">
          <thead>
            <tr className="border-b border-line text-left text-xs text-soft">
              <th scope="col" className="py-1.5 font-semibold">
                {t("people.office")}
              </th>
              {(["cases", "waiting", "median", "p90"] as const).map((column) => (
                <th key={column} scope="col" className="py-1.5 pl-3 text-right font-semibold">
                  {t(`desk.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {query.data.offices.map((office) => (
              <tr key={office.officeId} className="border-b border-line tabular-nums last:border-0">
                <th scope="row" className="py-2 text-left font-semibold">
                  {city(office.officeId)}
                </th>
                <td className="py-2 pl-3 text-right">{office.cases}</td>
                <td className="py-2 pl-3 text-right">{office.waiting}</td>
                <td className="py-2 pl-3 text-right">{span(office.medianMinutes)}</td>
                <td className="py-2 pl-3 text-right">{span(office.p90Minutes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : query.isError ? (
        <QueryError query={query} />
      ) : (
        <Spinner label={t("app.loading")} />
      )}
    </Dialog>
  );
}
