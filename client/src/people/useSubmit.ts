import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { CallError } from "../lib/call.ts";
import { fieldTexts } from "../lib/languages/fieldTexts.ts";

export interface Submission {
  form: RefObject<HTMLFormElement | null>;
  onSubmit: (event: FormEvent) => void;
  busy: boolean;
  /** What is wrong with which field: "offices.0.zone" → a sentence. */
  errors: Readonly<Record<string, string>>;
  /** The refusal of the last try, where no field is to blame. */
  refused: CallError | undefined;
}

/**
 * Sends a form. What was typed stays where it is whatever happens; the first wrong field gets the focus.
 * `check` finds what can be found wrong without asking the server; `blame` says which field a refusal is about,
 * where the server doesn't.
 */
export function useSubmit(
  send: () => Promise<unknown>,
  check?: () => Record<string, string>,
  blame?: (error: CallError) => Record<string, string>,
): Submission {
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<CallError>();

  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>(":is(input, textarea, button)[data-invalid]")?.focus();
  }, [errors]);

  const submit = async () => {
    const wrong = check?.() ?? {};
    setErrors(wrong);
    setRefused(undefined);
    if (busy || Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const named = ["bad_request", "conflict"].includes(error.code) ? fieldTexts(error.fields) : {};
      const atFields = { ...named, ...blame?.(error) };
      setErrors(atFields);
      if (Object.keys(atFields).length === 0) setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return { form, onSubmit, busy, errors, refused };
}
