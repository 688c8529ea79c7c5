import { useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { later } from "../ui/later.tsx";
import { useOpened } from "../ui/useOpened.ts";

const HistoryDialog = later(async () => (await import("./HistoryDialog.tsx")).HistoryDialog);

/** "edited": opens what the post said before. */
export function PostHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className="min-h-6 text-soft hover:underline">
        {t("posts.edited")}
      </button>
      {useOpened(open) && <HistoryDialog id={id} open={open} onOpenChange={setOpen} />}
    </>
  );
}
