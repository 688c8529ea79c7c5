import { EmojiPicker as Picker } from "frimousse";
import { currentLanguage } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";

/** Every emoji with its name in the reader's language; the names come from our own server. */
export function EmojiPicker({ onChoose }: { onChoose: (emoji: string) => void }) {
  const { t } = useTranslation();
  return (
    <Picker.Root
      locale={currentLanguage()}
      emojibaseUrl="/emoji"
      onEmojiSelect={({ emoji }) => onChoose(emoji)}
      className="flex h-80 w-76 max-w-[calc(100vw-3rem)] flex-col gap-2"
    >
      <Picker.Search
        autoFocus
        aria-label={t("reactions.search")}
        placeholder={t("reactions.search")}
        className="min-h-9 rounded-md border border-edge bg-surface px-2.5 text-sm"
      />
      <Picker.Viewport className="relative flex-1 overflow-y-auto">
        <Picker.Loading className="p-3 text-sm text-soft">{t("reactions.loading")}</Picker.Loading>
        <Picker.Empty className="p-3 text-sm text-soft">{t("reactions.none")}</Picker.Empty>
        <Picker.List
          className="select-none pb-1"
          components={{
            CategoryHeader: ({ category, ...props }) => (
              <div {...props} className="bg-raised px-1 pt-2 pb-1 text-xs font-semibold text-soft">
                {category.label}
              </div>
            ),
            Row: ({ children, ...props }) => (
              <div {...props} className="scroll-my-1">
                {children}
              </div>
            ),
            Emoji: ({ emoji, ...props }) => (
              <button
                {...props}
                aria-label={emoji.label}
                className="flex size-8 items-center justify-center rounded-md text-lg data-active:bg-accent-wash"
              >
                {emoji.emoji}
              </button>
            ),
          }}
        />
      </Picker.Viewport>
    </Picker.Root>
  );
}
