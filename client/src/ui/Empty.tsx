import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface EmptyProps {
  icon: LucideIcon;
  title: string;
  text?: string | undefined;
  action?: ReactNode;
}

/** What is shown where there is nothing yet: why, and what to do about it. */
export function Empty({ icon: Icon, title, text, action }: EmptyProps) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <span className="relative mb-4 inline-flex size-14 items-center justify-center rounded-full border border-line bg-surface text-accent">
        <span aria-hidden className="absolute -top-4 -bottom-4 left-1/2 w-px bg-line" />
        <span className="relative inline-flex size-12 items-center justify-center rounded-full bg-accent-wash">
          <Icon size={22} aria-hidden />
        </span>
      </span>
      <h2 className="text-lg font-semibold">{title}</h2>
      {text && <p className="mt-1 max-w-[44ch] text-balance text-soft">{text}</p>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
