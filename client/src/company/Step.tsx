import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslation } from "../lib/texts.ts";
import { TextField } from "../ui/TextField.tsx";

interface StepProps {
  number: number;
  title: string;
  text?: string | undefined;
  children: ReactNode;
}

/** One part of the first run's form. */
export function Step({ number, title, text, children }: StepProps) {
  const id = useId();
  const { t } = useTranslation();
  return (
    <section aria-labelledby={id} className="border-t border-line pt-6">
      <p className="text-sm font-semibold text-brass-ink">{t("firstRun.step", { step: number, steps: 3 })}</p>
      <h2 id={id} className="text-xl font-bold">
        {title}
      </h2>
      {text && <p className="mt-1 max-w-[60ch] text-sm text-soft">{text}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}

interface CompanyNameProps {
  value: string;
  onChange: (name: string) => void;
  error: string | undefined;
}

export function CompanyName({ value, onChange, error }: CompanyNameProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={t("firstRun.companyName")}
      name="company"
      autoComplete="organization"
      maxLength={80}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
      className="max-w-sm"
    />
  );
}
