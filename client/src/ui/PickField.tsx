import { Combobox } from "@base-ui/react/combobox";
import { Check, X } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { classes } from "./classes.ts";
import { popupClasses, rowClasses } from "./popupClasses.ts";
import type { Choice } from "./SelectField.tsx";
import { FieldFrame, type FieldFrameProps } from "./TextField.tsx";

export interface PickFieldProps<T extends string> extends FieldFrameProps {
  choices: readonly Choice<T>[];
  value: readonly T[];
  onChange: (value: T[]) => void;
  placeholder?: string | undefined;
  /** Accessible name of the button that takes a chosen one away. */
  removeLabel: (choice: Choice<T>) => string;
  className?: string | undefined;
}

/** Several of many, found by typing; the chosen ones stand before the text. */
export function PickField<T extends string>({
  choices,
  value,
  onChange,
  placeholder,
  removeLabel,
  ...frame
}: PickFieldProps<T>) {
  const { t } = useTranslation();
  const chosen = value.flatMap((one) => choices.find((choice) => choice.value === one) ?? []);
  return (
    <FieldFrame {...frame}>
      <Combobox.Root
        multiple
        items={choices}
        value={chosen}
        onValueChange={(next) => onChange(next.map((choice) => choice.value))}
      >
        <Combobox.InputGroup className="flex min-h-10 w-full flex-wrap items-center gap-1 rounded-md border border-edge bg-surface px-1.5 py-1 focus-within:outline-2 focus-within:outline-accent hover:border-soft">
          <Combobox.Chips className="contents">
            {chosen.map((choice) => (
              <Combobox.Chip
                key={choice.value}
                className="inline-flex min-h-7 items-center rounded-sm bg-accent-wash pl-2 text-sm font-medium data-highlighted:outline-2 data-highlighted:outline-accent"
              >
                {choice.label}
                <Combobox.ChipRemove
                  aria-label={removeLabel(choice)}
                  className="inline-flex size-7 items-center justify-center rounded-sm text-soft hover:text-ink"
                >
                  <X size={14} aria-hidden />
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
          </Combobox.Chips>
          <Combobox.Input
            placeholder={chosen.length === 0 ? placeholder : undefined}
            className="min-h-7 min-w-24 flex-1 bg-transparent px-1.5 outline-none placeholder:text-soft"
          />
        </Combobox.InputGroup>
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={5} className="z-50 outline-none">
            <Combobox.Popup className={classes(popupClasses, "w-(--anchor-width) max-w-(--available-width)")}>
              <Combobox.Empty className="px-2.5 py-2 text-sm text-soft empty:hidden">
                {t("app.noMatch")}
              </Combobox.Empty>
              <Combobox.List className="max-h-72 overflow-y-auto">
                {(choice: Choice<T>) => (
                  <Combobox.Item key={choice.value} value={choice} className={rowClasses}>
                    <span className="inline-flex w-4 shrink-0">
                      <Combobox.ItemIndicator>
                        <Check size={16} aria-hidden />
                      </Combobox.ItemIndicator>
                    </span>
                    <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                    {choice.hint && <span className="text-xs text-soft">{choice.hint}</span>}
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
