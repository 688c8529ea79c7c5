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
import type { CompletionKeys } from "./Completion.tsx";

const Completion = later(async () => (await import("./Completion.tsx")).Completion);

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

/** The word that ends at the cursor, if it is one that can be completed: "@an", "#pro", ":smi". */
const wordBefore = (text: string, caret: number): string =>
  /(?:^|[\s(])([@#][\p{L}\p{N}._-]*|:[a-z0-9_+-]{2,})$/u.exec(text.slice(0, caret))?.[1] ?? "";

/** A growing textarea that completes @people, @offices, #hashtags and :emoji: by keyboard. */
export function TextEditor(props: TextEditorProps) {
  const { label, value, onChange, onSubmit, onEscape, placeholder, autoFocus, composer, editor, className } =
    props;
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const caretAfter = useRef<number>(undefined);
  const [closedAt, setClosedAt] = useState("");
  const word = wordBefore(value, caret);
  // the option that Enter takes
  const [option, setOption] = useState<string>();
  const keys = useRef<CompletionKeys>(null);

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
  const take = (text: string) => {
    // in the middle of a text the space is there already
    const end = value[caret] === " " ? caret + 1 : caret;
    replace(caret - word.length, end, `${text} `);
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
    if (keys.current?.press(event.key)) event.preventDefault();
    else if (event.key === "Escape") onEscape?.();
  };

  const left = limits.postCharacters - value.length;
  const { t } = useTranslation();
  return (
    <div className="relative">
      <textarea
        ref={area}
        aria-label={label}
        role={option && "combobox"}
        aria-autocomplete="list"
        aria-expanded={option ? true : undefined}
        aria-controls={option && listId}
        aria-activedescendant={option}
        data-composer={composer || undefined}
        autoFocus={autoFocus}
        value={value}
        placeholder={placeholder}
        rows={2}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          onChange(event.target.value);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={press}
        className={classes(
          "block field-sizing-content max-h-[50dvh] min-h-16 w-full resize-none bg-transparent px-1 py-1 outline-none placeholder:text-soft",
          className,
        )}
      />
      {word !== "" && word !== closedAt && (
        <Completion
          id={listId}
          word={word}
          keys={keys}
          onOffer={setOption}
          onTake={take}
          onClose={() => setClosedAt(word)}
        />
      )}
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
