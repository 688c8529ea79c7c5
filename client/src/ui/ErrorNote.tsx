import { CircleAlert, RotateCw } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "./Button.tsx";

export interface ErrorNoteProps {
  message: string;
  onRetry?: (() => void) | undefined;
  /** While the retry is on its way. */
  busy?: boolean | undefined;
}

/** What went wrong, where it went wrong. */
export function ErrorNote({ message, onRetry, busy }: ErrorNoteProps) {
  const { t } = useTranslation();
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-danger bg-danger-wash px-4 py-2.5 text-sm"
    >
      <CircleAlert size={18} aria-hidden className="shrink-0 text-danger" />
      <p className="min-w-0 flex-1 basis-48 font-medium">{message}</p>
      {onRetry && (
        <Button size="small" icon={<RotateCw size={14} aria-hidden />} busy={busy} onClick={onRetry}>
          {t("app.retry")}
        </Button>
      )}
    </div>
  );
}
