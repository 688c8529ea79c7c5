import { type RefObject, useImperativeHandle, useLayoutEffect, useState } from "react";
import { Suggestions } from "./Suggestions.tsx";
import { useSuggestions } from "./useSuggestions.ts";

export interface CompletionKeys {
  /** Whether a key that was pressed in the text was meant for what is offered. */
  press: (key: string) => boolean;
}

export interface CompletionProps {
  id: string;
  /** What stands before the cursor: "@an". */
  word: string;
  keys: RefObject<CompletionKeys | null>;
  /** Hears the id of the option that Enter takes, undefined when nothing is offered. */
  onOffer: (option: string | undefined) => void;
  onTake: (text: string) => void;
  onClose: () => void;
}

/** What a word may become, under the cursor; the textarea keeps the focus and hands on its keys. */
export function Completion({ id, word, keys, onOffer, onTake, onClose }: CompletionProps) {
  const suggestions = useSuggestions(word);
  const [active, setActive] = useState({ word, at: 0 });
  const chosen = Math.min(active.word === word ? active.at : 0, suggestions.length - 1);
  const option = chosen < 0 ? undefined : `${id}-${chosen}`;
  useLayoutEffect(() => onOffer(option), [option, onOffer]);
  useLayoutEffect(() => () => onOffer(undefined), [onOffer]);
  useImperativeHandle(keys, () => ({
    press: (key) => {
      const suggestion = suggestions[chosen];
      if (!suggestion) return false;
      if (key === "ArrowDown" || key === "ArrowUp") {
        const step = key === "ArrowDown" ? 1 : suggestions.length - 1;
        setActive({ word, at: (chosen + step) % suggestions.length });
      } else if (key === "Enter" || key === "Tab") onTake(suggestion.text);
      else if (key === "Escape") onClose();
      else return false;
      return true;
    },
  }));
  if (suggestions.length === 0) return null;
  return (
    <Suggestions id={id} suggestions={suggestions} active={chosen} onTake={({ text }) => onTake(text)} />
  );
}
