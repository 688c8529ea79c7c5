import { useKeys } from "../lib/keys.ts";
import { useTranslation } from "../lib/texts.ts";
import type { Intent } from "./CaseDialogs.tsx";
import { Keyed } from "./Keyed.tsx";

const keys = { confirm: "1", overturn: "2" } as const;

/** Judges an appeal: the decision stands, or everything is put back. */
export function AppealActions({ onBegin }: { onBegin: (intent: Intent) => void }) {
  const { t } = useTranslation();
  const judge = (outcome: "confirm" | "overturn") => () => onBegin({ kind: "judge", outcome });
  useKeys({ [keys.confirm]: judge("confirm"), [keys.overturn]: judge("overturn") });
  return (
    <div role="group" aria-label={t("desk.act")} className="mx-4 mt-4 flex flex-wrap gap-2">
      {(["confirm", "overturn"] as const).map((outcome) => (
        <Keyed key={outcome} text={t(`desk.${outcome}`)} hint={keys[outcome]} onPress={judge(outcome)} />
      ))}
    </div>
  );
}
