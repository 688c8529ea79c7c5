import { canEditRules, type Rule, ruleText } from "@meridian/shared/companyRules";
import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Pencil, Plus, ScrollText } from "lucide-react";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { currentLanguage } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { rulesQuery } from "../moderation/rules.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { classes } from "../ui/classes.ts";
import { Empty } from "../ui/Empty.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { RuleDialog } from "./RuleDialog.tsx";
import { setRuleActive, swapRules } from "./ruleCommands.ts";

/** What may be reported, and by which words. */
export function RulesSection() {
  const { t } = useTranslation();
  const me = useMe();
  const query = useQuery(rulesQuery);
  const rules = query.data?.rules ?? [];
  const [editing, setEditing] = useState<Rule | "new">();
  const mayEdit = canEditRules(me);
  return (
    <section aria-label={t("administration.rules")}>
      <div className="flex flex-wrap items-start gap-3 border-b border-line px-4 py-4">
        <p className="min-w-0 flex-1 basis-64 text-sm text-soft">{t("rules.text")}</p>
        {mayEdit && (
          <Button icon={<Plus size={16} aria-hidden />} onClick={() => setEditing("new")}>
            {t("rules.add")}
          </Button>
        )}
      </div>
      {query.isPending ? (
        <Skeleton posts={4} />
      ) : query.isError ? (
        <QueryError query={query} alone />
      ) : rules.length === 0 ? (
        <Empty icon={ScrollText} title={t("rules.none")} text={t("rules.noneText")} />
      ) : (
        <ol>
          {rules.map((rule, at) => (
            <RuleLine
              key={rule.id}
              rule={rule}
              mayEdit={mayEdit}
              onEdit={() => setEditing(rule)}
              above={rules[at - 1]}
              below={rules[at + 1]}
            />
          ))}
        </ol>
      )}
      {editing && (
        <RuleDialog {...(editing === "new" ? {} : { rule: editing })} onClose={() => setEditing(undefined)} />
      )}
    </section>
  );
}

interface RuleLineProps {
  rule: Rule;
  mayEdit: boolean;
  onEdit: () => void;
  above: Rule | undefined;
  below: Rule | undefined;
}

function RuleLine({ rule, mayEdit, onEdit, above, below }: RuleLineProps) {
  const { t } = useTranslation();
  const { title, description } = ruleText(rule, currentLanguage());
  const languages = (["en", "fr", "de"] as const).filter((language) => rule.texts[language]);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-b border-line px-4 py-2.5">
      <div className={classes("min-w-0 flex-1 basis-64", !rule.active && "text-soft")}>
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{title}</span>
          {!rule.active && <Badge>{t("rules.givenUp")}</Badge>}
          <span className="text-xs text-soft uppercase">{languages.join(" ")}</span>
        </p>
        <p className="text-sm text-soft">{description}</p>
      </div>
      {mayEdit && (
        <div className="flex items-center gap-0.5">
          <IconButton
            label={t("rules.up", { title })}
            icon={<ArrowUp size={16} aria-hidden />}
            aria-disabled={!above}
            onClick={() => above && void swapRules(rule, above)}
          />
          <IconButton
            label={t("rules.down", { title })}
            icon={<ArrowDown size={16} aria-hidden />}
            aria-disabled={!below}
            onClick={() => below && void swapRules(rule, below)}
          />
          <IconButton
            label={t("rules.editOne", { title })}
            icon={<Pencil size={16} aria-hidden />}
            onClick={onEdit}
          />
          <Button
            size="small"
            aria-label={`${t(rule.active ? "rules.giveUpShort" : "rules.takeUpShort")}: ${title}`}
            onClick={() => void setRuleActive(rule, !rule.active)}
          >
            {t(rule.active ? "rules.giveUpShort" : "rules.takeUpShort")}
          </Button>
        </div>
      )}
    </li>
  );
}
