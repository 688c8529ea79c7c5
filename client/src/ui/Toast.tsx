import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, X } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { classes } from "./classes.ts";

export interface ToastText {
  title: string;
  text?: string | undefined;
  /** An error interrupts a screen reader and stays twice as long. */
  kind?: "note" | "error" | undefined;
  action?: { label: string; onPress: () => void } | undefined;
  /** A toast with the id of one that is shown takes its place. */
  id?: string | undefined;
  /** Milliseconds; 0 stays until it is closed. */
  time?: number | undefined;
  onClose?: (() => void) | undefined;
}

const manager = Base.createToastManager();

/** Shows a toast from anywhere; answers its id. */
export function toast({ title, text, kind = "note", action, id, time, onClose }: ToastText): string {
  const shown: string = manager.add({
    title,
    description: text,
    type: kind,
    priority: kind === "error" ? "high" : "low",
    timeout: time ?? (kind === "error" || action ? 10_000 : 5000),
    id,
    onClose,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.onPress();
        manager.close(shown);
      },
    },
  });
  return shown;
}

/** Around the whole app: the place where toasts appear; F6 goes there. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed inset-x-3 bottom-[calc(var(--foot)+0.75rem)] z-50 mx-auto flex max-w-md flex-col gap-2 desk:right-4 desk:left-auto desk:mx-0 desk:w-96">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const { toasts } = Base.useToastManager();
  const { t } = useTranslation();
  return toasts.map((shown) => (
    <Base.Root
      key={shown.id}
      toast={shown}
      data-toast
      swipeDirection={["down", "right"]}
      className={classes(
        "rounded-lg bg-inverse text-on-inverse shadow-pop transition-[opacity,transform] duration-200",
        "data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0",
      )}
    >
      <Base.Content className="flex items-center gap-3 py-2 pr-2 pl-4">
        {shown.type === "error" && <CircleAlert size={18} aria-hidden className="shrink-0 text-brass" />}
        <div className="min-w-0 flex-1 py-1 text-sm">
          <Base.Title className="font-semibold" />
          <Base.Description className="opacity-90" />
        </div>
        <Base.Action className="min-h-8 rounded-md px-2.5 text-sm font-bold text-brass underline underline-offset-4 hover:no-underline focus-visible:outline-brass" />
        <Base.Close
          aria-label={t("app.dismiss")}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-md opacity-80 hover:opacity-100 focus-visible:outline-brass"
        >
          <X size={16} aria-hidden />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
