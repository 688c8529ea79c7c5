import { useTranslation } from "../lib/texts.ts";
import { later } from "../ui/later.tsx";
import { Spinner } from "../ui/Spinner.tsx";

function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="grid h-80 w-76 max-w-[calc(100vw-3rem)] place-items-center">
      <Spinner label={t("reactions.loading")} />
    </div>
  );
}

/** The emoji picker and the names of emoji, fetched when it is opened. */
export const LaterEmojiPicker = later(
  async () => (await import("./EmojiPicker.tsx")).EmojiPicker,
  <Waiting />,
);
