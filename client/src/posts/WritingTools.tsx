import { Bold, Code, Italic, SmilePlus } from "lucide-react";
import { type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { Popover } from "../ui/Popover.tsx";
import { LaterEmojiPicker } from "./LaterEmojiPicker.tsx";
import type { TextEditorActions } from "./TextEditor.tsx";

/** What can be done to a text besides typing: marks around what is chosen, and emoji. */
export function WritingTools({ editor }: { editor: RefObject<TextEditorActions | null> }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Format
        label={t("composer.bold")}
        icon={<Bold size={16} aria-hidden />}
        onPress={() => editor.current?.wrap("**")}
      />
      <Format
        label={t("composer.italic")}
        icon={<Italic size={16} aria-hidden />}
        onPress={() => editor.current?.wrap("*")}
      />
      <Format
        label={t("composer.code")}
        icon={<Code size={16} aria-hidden />}
        onPress={() => editor.current?.wrap("`")}
      />
      <Popover
        open={choosing}
        onOpenChange={setChoosing}
        label={t("reactions.picker")}
        trigger={
          <IconButton label={t("composer.emoji")} icon={<SmilePlus size={16} aria-hidden />} size="small" />
        }
      >
        <LaterEmojiPicker
          onChoose={(emoji) => {
            setChoosing(false);
            editor.current?.insert(emoji);
          }}
        />
      </Popover>
    </>
  );
}

const Format = ({ label, icon, onPress }: { label: string; icon: ReactNode; onPress: () => void }) => (
  <span className="hidden sm:inline">
    <IconButton label={label} icon={icon} size="small" onClick={onPress} />
  </span>
);
