import { CircleAlert } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";

/** A page that could not be drawn, or whose code could not be fetched. */
export function Broken() {
  const { t } = useTranslation();
  const reload = (
    <Button variant="primary" onClick={() => location.reload()}>
      {t("app.reload")}
    </Button>
  );
  return (
    <main className="mx-auto max-w-xl pt-20">
      <h1 className="sr-only">{t("app.broken")}</h1>
      <Empty icon={CircleAlert} title={t("app.broken")} text={t("app.brokenText")} action={reload} />
    </main>
  );
}
