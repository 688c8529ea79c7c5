import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";

export interface CheckboxProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  name?: string | undefined;
  disabled?: boolean | undefined;
}

export function Checkbox({ label, checked, onChange, name, disabled }: CheckboxProps) {
  return (
    <label className="flex min-h-8 items-center gap-2.5 text-sm pointer-coarse:min-h-11">
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        disabled={disabled ?? false}
        name={name}
        className="inline-flex size-5 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface text-on-accent data-checked:border-accent data-checked:bg-accent"
      >
        <Base.Indicator>
          <Check size={14} strokeWidth={3} aria-hidden />
        </Base.Indicator>
      </Base.Root>
      {label}
    </label>
  );
}
