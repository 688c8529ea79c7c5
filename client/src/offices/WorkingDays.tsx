import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate, localDay } from "../lib/time.ts";

// a Monday
const monday = Date.UTC(2026, 0, 5);
const days = [1, 2, 3, 4, 5, 6, 7];

/** The days on which an office works; ISO weekdays, 1 is Monday. */
export function WorkingDays({ value, onChange }: { value: number[]; onChange: (days: number[]) => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const toggle = (day: number) =>
    onChange(
      value.includes(day) ? value.filter((one) => one !== day) : [...value, day].toSorted((a, b) => a - b),
    );
  return (
    <fieldset className="min-w-0 sm:col-span-2">
      <legend className="mb-1.5 text-sm font-semibold">{t("firstRun.workingDays")}</legend>
      <div className="grid max-w-sm grid-cols-7 gap-1">
        {days.map((day) => {
          const at = monday + (day - 1) * 86_400_000;
          return (
            <button
              key={day}
              type="button"
              aria-pressed={value.includes(day)}
              aria-label={localDate("UTC", at, locale).replace(/[\s,\d].*$/u, "")}
              onClick={() => toggle(day)}
              className="min-h-10 min-w-0 rounded-md border border-edge text-sm text-soft hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-accent-deep"
            >
              {localDay("UTC", at, locale)}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
