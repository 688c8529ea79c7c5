import type { Screen } from "@meridian/shared/screening";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { useRule } from "../moderation/rules.ts";
import { Badge } from "../ui/Badge.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Switch } from "../ui/Switch.tsx";
import { removeScreen, setScreenActive } from "./screenCommands.ts";

/** One thing that is looked for, and whether it is. */
export function ScreenLine({ screen, onEdit }: { screen: Screen; onEdit?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const rule = useRule(screen.ruleId);
  const { name, test } = screen;
  const looked = test.kind === "words" ? test.words.join(", ") : test.pattern;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{name}</span>
          <Badge tone={screen.action === "hold" ? "danger" : "brass"}>
            {t(`rules.actionNames.${screen.action}`)}
          </Badge>
          {rule && <span className="text-sm text-soft">{rule.title}</span>}
        </p>
        <p className="truncate font-mono text-xs text-soft">{looked}</p>
      </div>
      {onEdit && (
        <div className="flex items-center gap-1">
          <Switch
            label={t("rules.active", { name })}
            labelHidden
            checked={screen.active}
            onChange={(active) => void setScreenActive(screen, active)}
          />
          <IconButton
            label={t("rules.editOne", { title: name })}
            icon={<Pencil size={16} aria-hidden />}
            onClick={onEdit}
          />
          <IconButton
            label={t("rules.removeScreen", { name })}
            icon={<Trash2 size={16} aria-hidden />}
            onClick={() => void removeScreen(screen)}
          />
        </div>
      )}
    </li>
  );
}
