import { Combobox } from "@base-ui/react/combobox";
import { isZone } from "@meridian/shared/time";
import { Check } from "lucide-react";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { localTime } from "../lib/time.ts";
import { classes } from "../ui/classes.ts";
import { popupClasses, rowClasses } from "../ui/popupClasses.ts";
import { fieldClasses, FieldFrame } from "../ui/TextField.tsx";

interface ZoneFieldProps {
  label: string;
  value: string;
  onChange: (zone: string) => void;
  error?: string | undefined;
}

const zones = Intl.supportedValuesOf("timeZone");

/** A time zone, found by typing a part of its name; says what time it is there. */
export function ZoneField({ label, value, onChange, error }: ZoneFieldProps) {
  const { t } = useTranslation();
  const now = useNow();
  const locale = useLocale();
  const there = isZone(value) ? t("people.localTime", { time: localTime(value, now, locale) }) : undefined;
  return (
    <FieldFrame label={label} hint={there ?? t("firstRun.zoneHint")} error={error}>
      <Combobox.Root
        items={zones}
        limit={60}
        value={value || null}
        onValueChange={(zone) => onChange(zone ?? "")}
        filter={(zone, query) => spoken(zone).includes(spoken(query))}
      >
        <Combobox.Input autoComplete="off" spellCheck={false} className={classes(fieldClasses, "min-h-10")} />
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={5} className="z-50 outline-none">
            <Combobox.Popup className={classes(popupClasses, "w-(--anchor-width) max-w-(--available-width)")}>
              <Combobox.Empty className="px-2.5 py-2 text-sm text-soft empty:hidden">
                {t("app.noMatch")}
              </Combobox.Empty>
              <Combobox.List className="max-h-72 overflow-y-auto">
                {(zone: string) => (
                  <Combobox.Item key={zone} value={zone} className={rowClasses}>
                    <span className="inline-flex w-4 shrink-0">
                      <Combobox.ItemIndicator>
                        <Check size={16} aria-hidden />
                      </Combobox.ItemIndicator>
                    </span>
                    <span className="min-w-0 flex-1 truncate">{zone}</span>
                    <span className="text-xs text-soft tabular-nums">{localTime(zone, now, locale)}</span>
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </FieldFrame>
  );
}

const spoken = (text: string) => text.toLowerCase().replaceAll("_", " ");
