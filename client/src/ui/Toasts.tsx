import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "../lib/texts.ts";
import { classes } from "./classes.ts";
import type { ToastText } from "./Toast.tsx";

const manager = Base.createToastManager();

function show({ title, text, kind = "note", action, id, time, onClose }: ToastText): void {
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
}

interface ToastsProps {
  /** Told how to show one, and undefined when that is over. */
  onReady: (shower: ((text: ToastText) => void) | undefined) => void;
}

export function Toasts({ onReady }: ToastsProps) {
  useEffect(() => {
    // the provider listens to its manager from its own effect on, which runs after this one
    const listening = setTimeout(() => onReady(show));
    return () => {
      clearTimeout(listening);
      onReady(undefined);
    };
  }, [onReady]);
  return (
    <Base.Provider toastManager={manager} limit={3}>
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
