import type { AuditEntry } from "@meridian/shared/audit";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate, localTime } from "../lib/time.ts";
import { actionText, actorName } from "./auditText.ts";
import type { AuditFilter } from "./useAuditFilters.ts";

interface AuditLineProps {
  entry: AuditEntry;
  onFilter: (change: AuditFilter) => void;
}

/** One act: a press on a name shows only what they did, or what was done to them. */
export function AuditLine({ entry, onFilter }: AuditLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  const { actor, target, caseId } = entry;
  const byWhom = actorName(actor);
  return (
    <li className="border-b border-line px-4 py-2.5 text-sm">
      <p className="[overflow-wrap:anywhere]">
        <Name
          name={byWhom}
          label={t("audit.onlyBy", { name: byWhom })}
          onPress={actor.id ? () => onFilter({ actorId: actor.id ?? "", actorName: byWhom }) : undefined}
        />{" "}
        {actionText(entry.action)}
        {target && " · "}
        {target && (
          <Name
            name={target.name || target.id}
            label={t("audit.onlyAbout", { name: target.name })}
            onPress={() => onFilter({ targetId: target.id, targetName: target.name })}
          />
        )}
      </p>
      {entry.reason && (
        <p className="mt-0.5 border-l-2 border-edge pl-3 [overflow-wrap:anywhere]">{entry.reason}</p>
      )}
      <p className="mt-0.5 flex flex-wrap gap-x-3 text-soft">
        <time dateTime={entry.at}>
          {localDate(zone, entry.at, locale)}, {localTime(zone, entry.at, locale)}
        </time>
        <span className="tabular-nums">{t("audit.entry", { day: entry.day, seq: entry.seq })}</span>
        {caseId && (
          <button
            type="button"
            onClick={() => onFilter({ caseId })}
            className="min-h-6 font-medium text-accent underline underline-offset-2"
          >
            {t("audit.ofCase")}
          </button>
        )}
      </p>
      {(entry.before ?? entry.after) && <Changes before={entry.before} after={entry.after} />}
    </li>
  );
}

const Name = ({
  name,
  label,
  onPress,
}: {
  name: string;
  label: string;
  onPress?: (() => void) | undefined;
}) =>
  onPress ? (
    <button
      type="button"
      aria-label={label}
      onClick={onPress}
      className="min-h-6 font-semibold hover:underline"
    >
      {name}
    </button>
  ) : (
    <span className="font-semibold">{name}</span>
  );

function Changes({ before, after }: Pick<AuditEntry, "before" | "after">) {
  const { t } = useTranslation();
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return (
    <details className="mt-1">
      <summary className="min-h-6 text-soft hover:text-ink">{t("audit.details")}</summary>
      <dl className="mt-1 grid gap-x-4 gap-y-1 rounded-md bg-canvas px-3 py-2 font-mono text-xs sm:grid-cols-[auto_1fr]">
        {fields.map((field) => (
          <div key={field} className="contents">
            <dt className="text-soft">{field}</dt>
            <dd className="[overflow-wrap:anywhere]">
              {before && field in before && (
                <span className="text-soft line-through">{shown(before[field])}</span>
              )}{" "}
              {after && field in after && shown(after[field])}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const shown = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
