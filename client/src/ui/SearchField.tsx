import type { RefObject } from "react";
import { useTyped } from "../lib/useTyped.ts";
import { TextField } from "./TextField.tsx";

interface SearchFieldProps {
  label: string;
  /** What is looked for now. */
  value: string;
  /** Called when whoever types pauses. */
  onSearch: (text: string) => void;
  fieldRef?: RefObject<HTMLInputElement | null> | undefined;
  className?: string | undefined;
}

/** Looks while one types. */
export function SearchField({ label, value, onSearch, fieldRef, className }: SearchFieldProps) {
  const [text, setText] = useTyped(value, onSearch);
  return (
    <TextField
      {...(fieldRef && { ref: fieldRef })}
      label={label}
      type="search"
      autoComplete="off"
      spellCheck={false}
      maxLength={80}
      value={text}
      onChange={(event) => setText(event.target.value)}
      className={className}
    />
  );
}
