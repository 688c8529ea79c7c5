import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

/** How every field looks that text is typed into. */
export const fieldClasses =
  "w-full rounded-md border border-edge bg-surface px-3 text-base text-ink placeholder:text-soft hover:border-soft focus:outline-2 focus:outline-offset-0 focus:outline-accent data-invalid:border-danger disabled:bg-sunken disabled:text-soft";

export interface FieldFrameProps {
  label: string;
  /** The label is read out but not shown. */
  labelHidden?: boolean | undefined;
  hint?: string | undefined;
  /** What is wrong with the value; read out with the field. */
  error?: string | undefined;
}

export interface TextFieldProps extends FieldFrameProps, Omit<ComponentProps<"input">, "className"> {
  className?: string | undefined;
}

export function TextField({ label, labelHidden, hint, error, name, className, ...rest }: TextFieldProps) {
  return (
    <FieldFrame {...{ label, labelHidden, hint, error, name, className }}>
      <Field.Control {...rest} className={classes(fieldClasses, "min-h-10")} />
    </FieldFrame>
  );
}

/** Label, hint and error around one control. */
export function FieldFrame({
  label,
  labelHidden,
  hint,
  error,
  name,
  className,
  children,
}: FieldFrameProps & {
  name?: string | undefined;
  className?: string | undefined;
  children: ComponentProps<"div">["children"];
}) {
  return (
    <Field.Root
      {...(name === undefined ? {} : { name })}
      invalid={Boolean(error)}
      className={classes("flex flex-col gap-1.5", className)}
    >
      <Field.Label className={labelHidden ? "sr-only" : "text-sm font-semibold"}>{label}</Field.Label>
      {children}
      {hint && <Field.Description className="text-sm text-soft">{hint}</Field.Description>}
      <Field.Error match={Boolean(error)} className="text-sm font-medium text-danger">
        {error}
      </Field.Error>
    </Field.Root>
  );
}
