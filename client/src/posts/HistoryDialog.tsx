import { useQuery } from "@tanstack/react-query";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate, localTime } from "../lib/time.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { historyQuery } from "./queries.ts";
import { Text } from "./Text.tsx";

interface HistoryDialogProps {
  id: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What a post said before. */
export function HistoryDialog({ id, open, onOpenChange }: HistoryDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("posts.history")} text={t("posts.historyText")}>
      {open && <Versions id={id} />}
    </Dialog>
  );
}

function Versions({ id }: { id: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  const history = useQuery(historyQuery(id));
  if (history.isError) return <QueryError query={history} />;
  if (!history.data) return <Spinner label={t("app.loading")} />;
  return (
    <ol className="space-y-4">
      {history.data.versions.toReversed().map((version) => (
        <li key={version.at} className="border-l-3 border-line pl-3">
          <p className="mb-1 text-sm font-semibold text-soft">
            {localDate(zone, version.at, locale)}, {localTime(zone, version.at, locale)}
          </p>
          <Text blocks={version.text} />
        </li>
      ))}
    </ol>
  );
}
