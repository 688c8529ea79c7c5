import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { classes } from "./classes.ts";
import { Confirm } from "./Confirm.tsx";
import { backdropClasses } from "./popupClasses.ts";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  text?: string | undefined;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: "small" | "medium" | "large" | undefined;
  /** What is typed in it is still there when it is opened again: then nothing is asked. */
  kept?: boolean;
  /** What has the focus at first; else the first that can have it. */
  focusFirst?: RefObject<HTMLElement | null> | undefined;
}

const widths = { small: "desk:max-w-sm", medium: "desk:max-w-lg", large: "desk:max-w-3xl" };

/** A modal question or form; on a phone it stands on the lower edge. */
export function Dialog({
  open,
  onOpenChange,
  title,
  text,
  children,
  footer,
  size = "medium",
  kept = false,
  focusFirst,
}: DialogProps) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(false);
  const [asking, setAsking] = useState(false);
  if (!open && written) setWritten(false);
  if (!open && asking) setAsking(false);
  return (
    <Base.Root
      open={open}
      onOpenChange={(next, { reason }) => {
        // an Escape too many, a press beside it
        if (written && !kept && (reason === "escape-key" || reason === "outside-press")) setAsking(true);
        else onOpenChange(next);
      }}
    >
      <Base.Portal>
        <Base.Backdrop className={backdropClasses} />
        <Base.Popup
          {...(focusFirst ? { initialFocus: focusFirst } : {})}
          onInput={({ target }) => setWritten(written || !(target as Element).matches("[type=search]"))}
          className={classes(
            "fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col rounded-t-xl bg-raised shadow-pop transition-[opacity,transform] duration-150",
            "data-ending-style:translate-y-3 data-ending-style:opacity-0 data-starting-style:translate-y-3 data-starting-style:opacity-0",
            "desk:inset-x-4 desk:top-[12dvh] desk:bottom-auto desk:mx-auto desk:max-h-[76dvh] desk:rounded-xl",
            widths[size],
          )}
        >
          <header className="flex items-start gap-3 px-5 pt-4 pb-2">
            <div className="min-w-0 flex-1 pt-1">
              <Base.Title className="text-lg leading-snug font-semibold">{title}</Base.Title>
              {text && <Base.Description className="mt-1 text-sm text-soft">{text}</Base.Description>}
            </div>
            <Base.Close
              aria-label={t("app.close")}
              className="-mr-2 inline-flex size-9 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink"
            >
              <X size={18} aria-hidden />
            </Base.Close>
          </header>
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 py-2">{children}</div>}
          <footer className="flex flex-wrap items-center justify-end gap-2 px-5 pt-3 pb-[calc(1rem+env(safe-area-inset-bottom,0px))]">
            {footer}
          </footer>
          <Confirm
            open={asking}
            onOpenChange={setAsking}
            title={t("app.discardTitle")}
            text={t("app.discardText")}
            action={t("posts.discard")}
            onConfirm={() => {
              setAsking(false);
              onOpenChange(false);
            }}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
