import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";
import { fieldClasses, FieldFrame, type FieldFrameProps } from "./TextField.tsx";

export interface TextAreaProps extends FieldFrameProps, Omit<ComponentProps<"textarea">, "className"> {
  className?: string | undefined;
}

/** Several lines of text; grows with them. */
export function TextArea({ label, labelHidden, hint, error, name, className, ...rest }: TextAreaProps) {
  return (
    <FieldFrame {...{ label, labelHidden, hint, error, name, className }}>
      <Field.Control
        render={<textarea rows={3} {...rest} />}
        className={classes(fieldClasses, "field-sizing-content min-h-20 max-h-[40dvh] py-2")}
      />
    </FieldFrame>
  );
}
