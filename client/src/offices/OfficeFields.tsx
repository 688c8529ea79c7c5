import { useTranslation } from "../lib/texts.ts";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { OfficeDraft } from "./draft.ts";
import { WorkingDays } from "./WorkingDays.tsx";
import { ZoneField } from "./ZoneField.tsx";

interface OfficeFieldsProps {
  draft: OfficeDraft;
  onChange: (draft: OfficeDraft) => void;
  errors: Readonly<Record<string, string>>;
  /** Before each field's name in `errors`: "offices.0.". */
  path?: string;
}

/** City, zone, working hours and holidays of one office. */
export function OfficeFields({ draft, onChange, errors, path = "" }: OfficeFieldsProps) {
  const { t } = useTranslation();
  const { workingHours } = draft;
  const error = (field: string) =>
    Object.entries(errors).find(
      ([name]) => name === path + field || name.startsWith(`${path}${field}.`),
    )?.[1];
  const work = (change: Partial<typeof workingHours>) =>
    onChange({ ...draft, workingHours: { ...workingHours, ...change } });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t("firstRun.city")}
        autoComplete="off"
        maxLength={60}
        value={draft.city}
        onChange={(event) => onChange({ ...draft, city: event.target.value })}
        error={error("city")}
      />
      <ZoneField
        label={t("firstRun.zone")}
        value={draft.zone}
        onChange={(zone) => onChange({ ...draft, zone })}
        error={error("zone")}
      />
      <WorkingDays value={workingHours.days} onChange={(days) => work({ days })} />
      <div className="grid max-w-sm grid-cols-2 gap-2 sm:col-span-2">
        <TextField
          label={t("firstRun.from")}
          type="time"
          value={workingHours.from}
          onChange={(event) => work({ from: event.target.value })}
          error={error("workingHours.from")}
        />
        <TextField
          label={t("firstRun.to")}
          type="time"
          value={workingHours.to}
          onChange={(event) => work({ to: event.target.value })}
          error={error("workingHours.to")}
        />
      </div>
      <TextArea
        label={`${t("firstRun.holidays")} (${t("app.optional")})`}
        hint={t("firstRun.holidaysHint")}
        value={draft.holidays}
        onChange={(event) => onChange({ ...draft, holidays: event.target.value })}
        error={error("holidays")}
        className="sm:col-span-2"
      />
    </div>
  );
}
