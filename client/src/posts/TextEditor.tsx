import { limits } from "@meridian/shared/limits";
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "../lib/texts.ts";
import { classes } from "../ui/classes.ts";
import { later } from "../ui/later.tsx";
import { type Suggestion, useSuggestions, wordBefore } from "./useSuggestions.ts";

const Suggestions = later(async () => (await import("./Suggestions.tsx")).Suggestions, null);

export interface TextEditorProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Ctrl+Enter or ⌘+Enter. */
  onSubmit: () => void;
  onEscape?: () => void;
  placeholder?: string;
  autoFocus?: boolean;
  /** Says to the page that n and r put the cursor here. */
  composer?: boolean;
  editor?: RefObject<TextEditorActions | null>;
  className?: string;
}

export interface TextEditorActions {
  focus: () => void;
  /** Puts text where the cursor is. */
  insert: (text: string) => void;
  /** Puts marks around what is chosen, "**" for bold. */
  wrap: (mark: string) => void;
}

/** A growing textarea that completes @people, @offices, #hashtags and :emoji: by keyboard. */
export function TextEditor(props: TextEditorProps) {
  const { label, value, onChange, onSubmit, onEscape, placeholder, autoFocus, composer, editor, className } =
    props;
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const caretAfter = useRef<number>(undefined);
  const [closedAt, setClosedAt] = useState("");
  const [active, setActive] = useState(0);
  const word = wordBefore(value, caret);
  const suggestions = useSuggestions(word === closedAt ? "" : word);
  const open = suggestions.length > 0;
  const chosen = Math.min(active, suggestions.length - 1);

  const replace = (from: number, to: number, text: string) => {
    onChange(value.slice(0, from) + text + value.slice(to));
    caretAfter.current = from + text.length;
    // once a menu that it came from has closed
    requestAnimationFrame(() => area.current?.focus());
  };
  useLayoutEffect(() => {
    const at = caretAfter.current;
    if (at === undefined) return;
    caretAfter.current = undefined;
    // before the next letter: it would stand where the cursor was
    area.current?.setSelectionRange(at, at);
    setCaret(at);
  }, [value]);
  const take = (suggestion: Suggestion) => {
    // in the middle of a text the space is there already
    const end = value[caret] === " " ? caret + 1 : caret;
    replace(caret - word.length, end, `${suggestion.text} `);
  };

  useImperativeHandle(editor, () => ({
    focus: () => area.current?.focus(),
    insert: (text) =>
      replace(area.current?.selectionStart ?? caret, area.current?.selectionEnd ?? caret, text),
    wrap: (mark) => {
      const { selectionStart: from = 0, selectionEnd: to = 0 } = area.current ?? {};
      replace(from, to, `${mark}${value.slice(from, to)}${mark}`);
    },
  }));

  // one goes on writing where the text ends
  useEffect(() => {
    if (autoFocus) area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [autoFocus]);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSubmit();
    }
    if (!open) return event.key === "Escape" ? onEscape?.() : undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : suggestions.length - 1;
      setActive((chosen + step) % suggestions.length);
    } else if (event.key === "Enter" || event.key === "Tab") take(suggestions[chosen]!);
    else if (event.key === "Escape") setClosedAt(word);
    else return;
    event.preventDefault();
  };

  const left = limits.postCharacters - value.length;
  const { t } = useTranslation();
  return (
    <div className="relative">
      <textarea
        ref={area}
        aria-label={label}
        role={open ? "combobox" : undefined}
        aria-autocomplete="list"
        aria-expanded={open || undefined}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${chosen}` : undefined}
        data-composer={composer || undefined}
        autoFocus={autoFocus}
        value={value}
        placeholder={placeholder}
        rows={2}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          setActive(0);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
        className={classes(
          "block field-sizing-content max-h-[50dvh] min-h-16 w-full resize-none bg-transparent px-1 py-1 outline-none placeholder:text-soft",
          className,
        )}
      />
      {open && <Suggestions id={listId} suggestions={suggestions} active={chosen} onTake={take} />}
      {value.length >= limits.postCountdownAt && (
        <p
          role="status"
          className={classes(
            "px-1 text-right text-xs tabular-nums",
            left < 0 ? "font-semibold text-danger" : "text-soft",
          )}
        >
          {left < 0 ? t("composer.over", { count: -left }) : t("composer.left", { count: left })}
        </p>
      )}
    </div>
  );
}
