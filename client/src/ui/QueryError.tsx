import { errorText } from "../lib/errorText.ts";
import { useTranslation } from "../lib/texts.ts";
import { ErrorNote } from "./ErrorNote.tsx";

interface QueryErrorProps {
  /** What useQuery answers, as far as it is needed here. */
  query: { error: Error | null; isFetching: boolean; refetch: () => unknown };
  /** It stands by itself, where a list or a page would. */
  alone?: boolean;
}

/** That something could not be fetched, why, and a way to try again. */
export function QueryError({ query, alone = false }: QueryErrorProps) {
  const { t } = useTranslation();
  const note = (
    <ErrorNote
      message={errorText(t, query.error)}
      onRetry={() => void query.refetch()}
      busy={query.isFetching}
    />
  );
  return alone ? <div className="p-4">{note}</div> : note;
}
