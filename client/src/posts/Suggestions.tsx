import { useLayoutEffect, useRef, useState } from "react";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { useOffice } from "../offices/queries.ts";
import { classes } from "../ui/classes.ts";
import type { Suggestion } from "./useSuggestions.ts";

interface SuggestionsProps {
  id: string;
  suggestions: Suggestion[];
  active: number;
  onTake: (suggestion: Suggestion) => void;
}

/** The list under the cursor's word; the textarea keeps the focus and names the active choice. */
export function Suggestions({ id, suggestions, active, onTake }: SuggestionsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(false);
  useLayoutEffect(() => {
    const editor = list.current?.parentElement?.getBoundingClientRect();
    const height = list.current?.offsetHeight ?? 0;
    // the tab bar of a phone stands at the lower edge
    if (editor) setAbove(editor.bottom + height + 64 > window.innerHeight && editor.top > height);
  }, [suggestions.length]);
  return (
    <>
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={t("composer.suggestions")}
        className={classes(
          "absolute left-0 z-40 w-full max-w-sm rounded-lg bg-raised p-1 shadow-pop",
          above ? "bottom-full mb-1" : "top-full mt-1",
        )}
      >
        {suggestions.map((suggestion, at) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the textarea has the focus, and the keys
          <li
            key={`${suggestion.kind} ${suggestion.kind === "emoji" ? suggestion.name : suggestion.text}`}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            // a press must not take the focus out of the textarea
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(suggestion)}
            className={classes(
              "flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2 py-1 text-sm pointer-coarse:min-h-11",
              at === active && "bg-accent-wash",
            )}
          >
            <Row suggestion={suggestion} />
          </li>
        ))}
      </ul>
      <span role="status" className="sr-only">
        {t("composer.suggestionCount", { count: suggestions.length })}
      </span>
    </>
  );
}

function Row({ suggestion }: { suggestion: Suggestion }) {
  const { t } = useTranslation();
  const office = useOffice(suggestion.kind === "person" ? suggestion.officeId : null);
  switch (suggestion.kind) {
    case "person":
      return (
        <>
          <PersonAvatar person={suggestion} size="small" />
          <span className="flex min-w-0 flex-1 flex-wrap justify-between gap-x-2.5">
            <span className="max-w-full truncate font-medium">{suggestion.name}</span>
            <span className="max-w-full truncate text-soft">
              {suggestion.text} · {office?.city}
            </span>
          </span>
        </>
      );
    case "office":
      return (
        <>
          <span className="font-medium">{suggestion.text}</span>
          <span className="truncate text-soft">{t("composer.office", { city: suggestion.city })}</span>
        </>
      );
    case "hashtag":
      return (
        <>
          <span className="min-w-0 flex-1 truncate font-medium">{suggestion.text}</span>
          <span className="text-soft">{t("posts.count", { count: suggestion.count })}</span>
        </>
      );
    case "emoji":
      return (
        <>
          <span aria-hidden>{suggestion.text}</span>
          <span>:{suggestion.name}:</span>
        </>
      );
  }
}
