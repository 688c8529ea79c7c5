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
import { useWritten, type Written } from "./written.ts";

const Completion = later(async () => (await import("./Completion.tsx")).Completion);

export interface TextEditorProps {
  label: string;
  text: Written;
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

/** The word that ends at the cursor, if there is one here and it can be completed: "@an", "#pro", ":smi". */
function wordBefore(area: HTMLTextAreaElement): string {
  if (document.activeElement !== area) return "";
  const before = area.value.slice(0, area.selectionStart);
  return /(?:^|[\s(])([@#][\p{L}\p{N}._-]*|:[a-z0-9_+-]{2,})$/u.exec(before)?.[1] ?? "";
}

/** How many characters are left, where that is worth saying. */
const left = ({ length }: string): number | undefined =>
  length >= limits.postCountdownAt ? limits.postCharacters - length : undefined;

/** A growing textarea that completes @people, @offices, #hashtags and :emoji: by keyboard. */
export function TextEditor(props: TextEditorProps) {
  const { label, text, onSubmit, onEscape, placeholder, autoFocus, composer, editor, className } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [word, setWord] = useState("");
  const [closedAt, setClosedAt] = useState("");
  // the option that Enter takes
  const [option, setOption] = useState<string>();
  const keys = useRef<CompletionKeys>(null);

  // the text stands in the textarea, where a letter is at once; what is set elsewhere is put there
  useLayoutEffect(() => {
    const show = () => {
      const { current } = area;
      if (!current || current.value === text.get()) return;
      current.value = text.get();
      setWord(wordBefore(current));
    };
    show();
    return text.watch(show);
  }, [text]);

  const replace = (from: number, to: number, by: string, cursor = from + by.length) => {
    const { current } = area;
    if (!current) return;
    current.focus();
    current.setSelectionRange(from, to);
    // as if it were typed, so that it can be taken back by keyboard
    const typed = document.activeElement === current && document.execCommand?.("insertText", false, by);
    if (!typed) current.setRangeText(by, from, to);
    current.setSelectionRange(cursor, cursor);
    text.set(current.value);
    setWord(wordBefore(current));
    // once a menu that it came from has closed
    requestAnimationFrame(() => current.focus());
  };
  const take = (completed: string) => {
    const { selectionStart: caret = 0, value = "" } = area.current ?? {};
    // in the middle of a text the space is there already
    replace(caret - word.length, value[caret] === " " ? caret + 1 : caret, `${completed} `);
  };

  useImperativeHandle(editor, () => ({
    focus: () => area.current?.focus(),
    insert: (inserted) => {
      const { selectionStart: from = 0, selectionEnd: to = 0 } = area.current ?? {};
      replace(from, to, inserted);
    },
    wrap: (mark) => {
      const { selectionStart: from = 0, selectionEnd: to = 0, value = "" } = area.current ?? {};
      // with nothing chosen one goes on between the marks
      replace(
        from,
        to,
        `${mark}${value.slice(from, to)}${mark}`,
        from === to ? from + mark.length : undefined,
      );
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
        placeholder={placeholder}
        rows={2}
        onInput={({ currentTarget }) => {
          text.set(currentTarget.value);
          setWord(wordBefore(currentTarget));
        }}
        onSelect={({ currentTarget }) => setWord(wordBefore(currentTarget))}
        onBlur={() => setWord("")}
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
      <Countdown text={text} />
    </div>
  );
}

function Countdown({ text }: { text: Written }) {
  const { t } = useTranslation();
  const characters = useWritten(text, left);
  if (characters === undefined) return null;
  return (
    <p
      role="status"
      className={classes(
        "px-1 text-right text-xs tabular-nums",
        characters < 0 ? "font-semibold text-danger" : "text-soft",
      )}
    >
      {characters < 0
        ? t("composer.over", { count: -characters })
        : t("composer.left", { count: characters })}
    </p>
  );
}
