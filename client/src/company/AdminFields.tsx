import { useTranslation } from "../lib/texts.ts";
import { NameFields } from "../people/NameFields.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { FirstDraft } from "./firstDraft.ts";

interface AdminFieldsProps {
  admin: FirstDraft["admin"];
  onChange: (admin: FirstDraft["admin"]) => void;
  cities: string[];
  errors: Readonly<Record<string, string>>;
}

/** Who looks after Meridian at first. */
export function AdminFields({ admin, onChange, cities, errors }: AdminFieldsProps) {
  const { t } = useTranslation();
  const choices = [...new Set(cities)].map((city) => ({ value: city, label: city }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <NameFields
        value={admin}
        onChange={(value) => onChange({ ...admin, ...value })}
        errors={errors}
        path="admin."
      />
      <TextField
        label={t("firstRun.adminEmail")}
        name="email"
        type="email"
        autoComplete="email"
        maxLength={254}
        value={admin.email}
        onChange={(event) => onChange({ ...admin, email: event.target.value })}
        error={errors["admin.email"]}
      />
      <SelectField
        label={t("firstRun.adminOffice")}
        choices={choices}
        value={cities.includes(admin.city) ? admin.city : null}
        onChange={(city) => onChange({ ...admin, city })}
        error={errors["admin.city"]}
      />
    </div>
  );
}
