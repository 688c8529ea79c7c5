import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "../lib/texts.ts";
import { IconButton } from "./IconButton.tsx";

export interface PageHeaderProps {
  title: ReactNode;
  /** What is open of several parts, for the title of the window. */
  section?: string | undefined;
  text?: ReactNode;
  icon?: ReactNode;
  onBack?: (() => void) | undefined;
  actions?: ReactNode;
}

/** The head of the centre column: it stays in sight below the offices' clocks. */
export function PageHeader({ title, section, text, icon, onBack, actions }: PageHeaderProps) {
  const { t } = useTranslation();
  useEffect(() => {
    if (typeof title !== "string") return;
    document.title = [section, title, "Meridian"].filter(Boolean).join(" · ");
    return () => {
      document.title = "Meridian";
    };
  }, [title, section]);
  return (
    <div className="sticky top-(--strip) z-20 flex min-h-(--page-header) items-center gap-2 border-b border-line bg-surface px-4 py-1.5">
      {onBack && (
        <IconButton
          label={t("app.back")}
          icon={<ArrowLeft size={18} aria-hidden />}
          onClick={onBack}
          side="bottom"
          className="-ml-2"
        />
      )}
      {icon && <span className="inline-flex shrink-0 text-accent">{icon}</span>}
      <div className="min-w-0 flex-1">
        <h1 tabIndex={-1} className="truncate outline-none text-lg leading-tight font-bold">
          {title}
        </h1>
        {text && <p className="truncate text-sm leading-snug text-soft">{text}</p>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-1">{actions}</div>}
    </div>
  );
}
