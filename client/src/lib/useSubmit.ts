import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { CallError } from "./callError.ts";
import { fieldTexts } from "./languages/fieldTexts.ts";

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
  const [failed, setFailed] = useState<Failed>(nothing);
  const [refused, setRefused] = useState<CallError>();

  // a form that is shown again has told of it
  const told = useRef<Failed>(nothing);

  useEffect(() => {
    if (told.current === failed || Object.keys(failed.errors).length === 0) return;
    told.current = failed;
    const first = form.current?.querySelector<HTMLElement>(
      ":is(input, textarea, button, [role=combobox])[data-invalid]",
    );
    if (first) first.focus();
    // a field that this form doesn't show is no reason to say nothing
    else setRefused(failed.refusal);
  }, [failed]);

  const submit = async () => {
    const wrong = check?.() ?? {};
    setFailed({ errors: wrong });
    setRefused(undefined);
    if (busy || Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await send();
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const named = ["bad_request", "conflict"].includes(error.code) ? fieldTexts(error.fields) : {};
      const errors = { ...named, ...blame?.(error) };
      setFailed({ errors, refusal: error });
      if (Object.keys(errors).length === 0) setRefused(error);
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return { form, onSubmit, busy, errors: stillWrong(failed, check), refused };
}

interface Failed {
  errors: Record<string, string>;
  refusal?: CallError;
}
const nothing: Failed = { errors: {} };

/** What was found wrong here goes as it is put right; what the server found stays until the next try. */
function stillWrong({ errors, refusal }: Failed, check: (() => Record<string, string>) | undefined) {
  if (refusal || !check || Object.keys(errors).length === 0) return errors;
  const now = check();
  return Object.fromEntries(Object.entries(now).filter(([field]) => field in errors));
}
