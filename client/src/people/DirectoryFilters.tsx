import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useLocation } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { useTyped } from "../lib/useTyped.ts";
import { useOffices } from "../offices/queries.ts";
import { Button } from "../ui/Button.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextField } from "../ui/TextField.tsx";
import type { DirectorySearch } from "./queries.ts";

interface DirectoryFiltersProps {
  search: DirectorySearch;
  onChange: (change: DirectorySearch) => void;
}

const everywhere = "all";

/** Whom to look for. */
export function DirectoryFilters({ search, onChange }: DirectoryFiltersProps) {
  const { t } = useTranslation();
  const offices = useOffices();
  const { state } = useLocation() as { state: { find?: boolean } | null };
  const field = useRef<HTMLInputElement>(null);
  const [skill, setSkill] = useTyped(search.skill ?? "", (text) => onChange({ skill: text }));
  useEffect(() => {
    if (state?.find) field.current?.focus();
  }, [state]);
  return (
    <search className="grid gap-3 border-b border-line px-4 py-3 sm:grid-cols-2">
      <SearchField
        fieldRef={field}
        label={t("people.find")}
        value={search.q ?? ""}
        onSearch={(q) => onChange({ q })}
        className="sm:col-span-2"
      />
      <SelectField
        label={t("people.office")}
        choices={[
          { value: everywhere, label: t("people.allOffices") },
          ...offices.map(({ id, city }) => ({ value: id, label: city })),
        ]}
        value={search.officeId ?? everywhere}
        onChange={(id) => onChange({ officeId: id === everywhere ? "" : id })}
      />
      <div className="flex items-end gap-1">
        <TextField
          label={t("people.skill")}
          type="text"
          placeholder={t("people.allSkills")}
          autoComplete="off"
          maxLength={40}
          value={skill}
          onChange={(event) => setSkill(event.target.value)}
          className="min-w-0 flex-1"
        />
        {skill !== "" && (
          <Button
            aria-label={t("people.clearSkill")}
            icon={<X size={16} aria-hidden />}
            onClick={() => setSkill("")}
            className="min-h-10 w-10 px-0"
          />
        )}
      </div>
    </search>
  );
}
