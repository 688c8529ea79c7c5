import { Select } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { classes } from "./classes.ts";
import { popupClasses, rowClasses } from "./popupClasses.ts";
import { fieldClasses, FieldFrame, type FieldFrameProps } from "./TextField.tsx";

export interface Choice<T extends string = string> {
  value: T;
  label: string;
  hint?: string | undefined;
}

export interface SelectFieldProps<T extends string> extends FieldFrameProps {
  choices: readonly Choice<T>[];
  value: T | null;
  onChange: (value: T) => void;
  name?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  className?: string | undefined;
}

/** One of a few; for many, PickField can be searched. */
export function SelectField<T extends string>({
  choices,
  value,
  onChange,
  disabled,
  required,
  ...frame
}: SelectFieldProps<T>) {
  const { t } = useTranslation();
  return (
    <FieldFrame {...frame}>
      <Select.Root
        items={choices}
        value={value}
        onValueChange={(next) => next !== null && onChange(next)}
        disabled={disabled ?? false}
        required={required ?? false}
      >
        <Select.Trigger
          className={classes(
            fieldClasses,
            "flex min-h-10 items-center justify-between gap-2 text-left data-placeholder:text-soft",
          )}
        >
          <Select.Value placeholder={t("app.choose")} />
          <Select.Icon>
            <ChevronDown size={16} aria-hidden className="text-soft" />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
            <Select.Popup className={classes(popupClasses, "min-w-(--anchor-width)")}>
              {choices.map((choice) => (
                <Select.Item key={choice.value} value={choice.value} className={classes(rowClasses, "pr-3")}>
                  <span className="inline-flex w-4 shrink-0">
                    <Select.ItemIndicator>
                      <Check size={16} aria-hidden />
                    </Select.ItemIndicator>
                  </span>
                  <span className="min-w-0">
                    <Select.ItemText>{choice.label}</Select.ItemText>
                    {choice.hint && <span className="block text-xs text-soft">{choice.hint}</span>}
                  </span>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </FieldFrame>
  );
}
