import { isZone } from "@meridian/shared/time";
import { ChevronDown, Plus, X } from "lucide-react";
import { useState } from "react";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { localTime } from "../lib/time.ts";
import { newDraft, type OfficeDraft } from "../offices/draft.ts";
import { OfficeFields } from "../offices/OfficeFields.tsx";
import { Button } from "../ui/Button.tsx";
import { classes } from "../ui/classes.ts";
import { IconButton } from "../ui/IconButton.tsx";

interface FirstOfficesProps {
  offices: OfficeDraft[];
  onChange: (offices: OfficeDraft[]) => void;
  errors: Readonly<Record<string, string>>;
}

/** The offices, a line each; a line opens to be changed, and by itself where something in it is wrong. */
export function FirstOffices({ offices, onChange, errors }: FirstOfficesProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number>();
  const add = () => {
    onChange([...offices, newDraft()]);
    setOpen(offices.length);
  };
  const change = (at: number, office: OfficeDraft) => {
    onChange(offices.with(at, office));
    // a line that opened for its mistake must not close as the mistake goes
    setOpen(at);
  };
  const remove = (at: number) => {
    onChange(offices.toSpliced(at, 1));
    setOpen(undefined);
  };
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {offices.map((office, at) => {
          const wrong = Object.keys(errors).some((name) => name.startsWith(`offices.${at}.`));
          return (
            <OfficeLine
              key={at}
              at={at}
              office={office}
              errors={errors}
              open={open === at || wrong}
              onToggle={() => setOpen(open === at ? undefined : at)}
              onChange={(next) => change(at, next)}
              onRemove={offices.length > 1 ? () => remove(at) : undefined}
            />
          );
        })}
      </ul>
      {errors["offices"] && <p className="mt-2 text-sm font-medium text-danger">{errors["offices"]}</p>}
      <Button onClick={add} icon={<Plus size={16} aria-hidden />} className="mt-3">
        {t("firstRun.addOffice")}
      </Button>
    </>
  );
}

interface OfficeLineProps {
  at: number;
  office: OfficeDraft;
  errors: Readonly<Record<string, string>>;
  open: boolean;
  onToggle: () => void;
  onChange: (office: OfficeDraft) => void;
  onRemove: (() => void) | undefined;
}

function OfficeLine({ at, office, errors, open, onToggle, onChange, onRemove }: OfficeLineProps) {
  const { t } = useTranslation();
  const now = useNow();
  const locale = useLocale();
  const name = office.city || t("offices.add");
  return (
    <li>
      <div className="flex items-center gap-1 pr-2">
        <button
          type="button"
          aria-expanded={open}
          onClick={onToggle}
          className="flex min-h-12 min-w-0 flex-1 items-center gap-3 px-3 text-left -outline-offset-2 hover:bg-sunken"
        >
          <ChevronDown
            size={16}
            aria-hidden
            className={classes("shrink-0 text-soft transition-transform", !open && "-rotate-90")}
          />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-semibold">{name}</span>
            <span className="block truncate text-xs text-soft">{office.zone}</span>
          </span>
          {isZone(office.zone) && (
            <span className="font-bold tabular-nums">{localTime(office.zone, now, locale)}</span>
          )}
        </button>
        {onRemove && (
          <IconButton
            label={t("firstRun.removeOffice", { city: name })}
            icon={<X size={16} aria-hidden />}
            onClick={onRemove}
          />
        )}
      </div>
      {open && (
        <div className="border-t border-line p-4">
          <OfficeFields draft={office} onChange={onChange} errors={errors} path={`offices.${at}.`} />
        </div>
      )}
    </li>
  );
}
