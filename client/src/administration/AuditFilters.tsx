import type { AuditAction } from "@meridian/shared/audit";
import { X } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { useOffices } from "../offices/queries.ts";
import { Button } from "../ui/Button.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { actionText } from "./auditText.ts";
import type { AuditFilter } from "./useAuditFilters.ts";

interface AuditFiltersProps {
  filters: AuditFilter;
  actions: readonly AuditAction[];
  onChange: (change: AuditFilter) => void;
}

const all = "all";

/** What was done, where and when; by whom and to what is chosen in the entries themselves. */
export function AuditFilters({ filters, actions, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const offices = useOffices();
  const chosen: { text: string; clear: AuditFilter }[] = [
    ...(filters.actorId
      ? [
          {
            text: t("audit.onlyBy", { name: filters.actorName ?? "" }),
            clear: { actorId: "", actorName: "" },
          },
        ]
      : []),
    ...(filters.targetId
      ? [
          {
            text: t("audit.onlyAbout", { name: filters.targetName ?? "" }),
            clear: { targetId: "", targetName: "" },
          },
        ]
      : []),
    ...(filters.caseId ? [{ text: t("audit.ofCase"), clear: { caseId: "" } }] : []),
  ];
  return (
    <>
      <search className="grid grid-cols-2 gap-3 px-4 py-3 desk:grid-cols-4">
        <SelectField
          label={t("audit.action")}
          choices={[
            { value: all, label: t("audit.anyAction") },
            ...actions.map((action) => ({ value: action, label: actionText(action) })),
          ]}
          value={filters.action ?? all}
          onChange={(action) => onChange({ action: action === all ? "" : action })}
        />
        <SelectField
          label={t("audit.office")}
          choices={[
            { value: all, label: t("people.allOffices") },
            ...offices.map(({ id, city }) => ({ value: id, label: city })),
          ]}
          value={filters.officeId ?? all}
          onChange={(id) => onChange({ officeId: id === all ? "" : id })}
        />
        {(["from", "to"] as const).map((end) => (
          <TextField
            key={end}
            label={t(`audit.${end}`)}
            type="date"
            value={filters[end] ?? ""}
            onChange={(event) => onChange({ [end]: event.target.value })}
          />
        ))}
      </search>
      {chosen.length > 0 && (
        <p className="flex flex-wrap gap-2 px-4 pb-3">
          {chosen.map(({ text, clear }) => (
            <Button
              key={text}
              size="small"
              aria-label={t("audit.clearOne", { filter: text })}
              icon={<X size={14} aria-hidden />}
              onClick={() => onChange(clear)}
            >
              {text}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}
