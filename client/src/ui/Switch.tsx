import { Switch as Base } from "@base-ui/react/switch";
import { useId } from "react";

export interface SwitchProps {
  label: string;
  /** The label is read out but not shown. */
  labelHidden?: boolean | undefined;
  text?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
}

/** A setting that is on or off at once. */
export function Switch({ label, labelHidden, text, checked, onChange, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4 py-1">
      <span className="min-w-0">
        <label htmlFor={id} className={labelHidden ? "sr-only" : "text-sm font-semibold"}>
          {label}
        </label>
        {text && (
          <span id={`${id}-text`} className="block text-sm text-soft">
            {text}
          </span>
        )}
      </span>
      <Base.Root
        id={id}
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        disabled={disabled ?? false}
        aria-describedby={text ? `${id}-text` : undefined}
        className="inline-flex h-6 w-11 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent"
      >
        <Base.Thumb className="size-4.5 rounded-full bg-soft transition-transform data-checked:translate-x-5 data-checked:bg-on-accent" />
      </Base.Root>
    </div>
  );
}
