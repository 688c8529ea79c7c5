import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { copyText } from "../ui/copyText.ts";
import { toast } from "../ui/Toast.tsx";
import { useDraft } from "./useDraft.ts";
import { useWritten } from "./written.ts";

/** What somebody was writing where nothing can be written any more: to be copied, or thrown away. */
export function LeftText({ place }: { place: string }) {
  const { t } = useTranslation();
  const { text, change } = useDraft(place);
  const body = useWritten(text, (now) => now);
  if (body === "") return null;
  const discard = () => {
    change({ body: "" });
    toast({
      title: t("posts.discarded"),
      action: { label: t("app.undo"), onPress: () => change({ body }) },
    });
  };
  return (
    <section aria-label={t("composer.begun")} className="border-b border-line px-4 py-3">
      <h2 className="text-sm font-semibold">{t("composer.begun")}</h2>
      <p className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{body}</p>
      <div className="mt-2 flex gap-2">
        <Button size="small" onClick={() => void copyText(body)}>
          {t("app.copy")}
        </Button>
        <Button size="small" variant="plain" onClick={discard}>
          {t("posts.discard")}
        </Button>
      </div>
    </section>
  );
}
