import { useEffect } from "react";
import { queryClient } from "../lib/cache.ts";
import type { CallError } from "../lib/callError.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { fasterText } from "./eventText.ts";

/** Why an act was refused; when somebody was faster, what they did. */
export function Overtaking({ error, onLook }: { error: CallError | undefined; onLook: () => void }) {
  const { t } = useTranslation();
  const overtaken = error?.overtaken;
  useEffect(() => {
    if (overtaken) void queryClient.invalidateQueries({ queryKey: ["cases"] });
  }, [overtaken]);
  if (!overtaken) return <Refusal error={error} />;
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-lg border border-brass bg-brass-wash px-4 py-2.5 text-sm"
    >
      <p className="min-w-0 flex-1 basis-48 font-medium">{fasterText(overtaken)}</p>
      <Button size="small" onClick={onLook}>
        {t("desk.look")}
      </Button>
    </div>
  );
}
