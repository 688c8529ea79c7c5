import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "../lib/texts.ts";
import { backdropClasses } from "../ui/popupClasses.ts";

interface SidebarDrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
}

/** The sidebar on a phone. It closes when the window gets wide enough to do without. */
export function SidebarDrawer({ open, onOpenChange, children }: SidebarDrawerProps) {
  const { t } = useTranslation();
  useEffect(() => {
    const wide = window.matchMedia("(width >= 54rem)");
    const close = () => wide.matches && onOpenChange(false);
    wide.addEventListener("change", close);
    return () => wide.removeEventListener("change", close);
  }, [onOpenChange]);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdropClasses} />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-40 flex w-[min(20rem,86vw)] flex-col overflow-y-auto overscroll-contain bg-canvas shadow-pop transition-transform duration-200 data-ending-style:-translate-x-full data-starting-style:-translate-x-full">
          <Dialog.Title className="sr-only">{t("app.menu")}</Dialog.Title>
          <Dialog.Close
            aria-label={t("app.close")}
            className="absolute top-2 right-2 inline-flex size-11 items-center justify-center rounded-md text-soft hover:bg-sunken"
          >
            <X size={20} aria-hidden />
          </Dialog.Close>
          <nav aria-label={t("app.sidebar")}>{children}</nav>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
