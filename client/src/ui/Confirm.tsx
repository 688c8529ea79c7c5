import { AlertDialog as Base } from "@base-ui/react/alert-dialog";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "./Button.tsx";
import { backdropClasses } from "./popupClasses.ts";

export interface ConfirmProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  text: string;
  /** What the button does, in the words of the title: "Suspend". */
  action: string;
  onConfirm: () => void;
  busy?: boolean | undefined;
}

/** Asks before what can't be undone. What can be undone is done at once, with a toast that offers Undo. */
export function Confirm({ open, onOpenChange, title, text, action, onConfirm, busy }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop forceRender className={backdropClasses} />
        <Base.Popup className="fixed inset-x-4 top-1/4 z-40 mx-auto max-w-sm rounded-xl bg-raised p-5 shadow-pop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <Base.Title className="text-lg leading-snug font-semibold">{title}</Base.Title>
          <Base.Description className="mt-1.5 text-sm text-soft">{text}</Base.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Base.Close render={<Button>{t("app.cancel")}</Button>} />
            <Button variant="danger" busy={busy} onClick={onConfirm}>
              {action}
            </Button>
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
