import { canReact, type Post } from "@meridian/shared/posts";
import { SmilePlus } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { classes } from "../ui/classes.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { later } from "../ui/later.tsx";
import { Popover } from "../ui/Popover.tsx";
import { Tooltip } from "../ui/Tooltip.tsx";
import { toggleReaction } from "./commands.ts";
import { LaterEmojiPicker } from "./LaterEmojiPicker.tsx";

const ReactionNames = later(async () => (await import("./ReactionNames.tsx")).ReactionNames);

/** Who reacted how; a press adds or takes back one's own. */
export function Reactions({ post }: { post: Post }) {
  const { t } = useTranslation();
  const me = useMe();
  if (post.reactions.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-wrap gap-1.5" aria-label={t("reactions.list")}>
      {post.reactions.map(({ emoji, personIds }) => {
        const mine = personIds.includes(me.id);
        return (
          <li key={emoji}>
            <Tooltip text={<ReactionNames emoji={emoji} personIds={personIds} />}>
              <button
                type="button"
                disabled={!canReact(post)}
                aria-pressed={mine}
                aria-label={t("reactions.label", { emoji, count: personIds.length })}
                onClick={() => void toggleReaction(post, emoji, mine)}
                className={classes(
                  "inline-flex min-h-7 items-center gap-1.5 rounded-full border px-2 text-sm tabular-nums transition-colors",
                  mine
                    ? "border-accent bg-accent-wash font-semibold text-accent-deep"
                    : "border-line bg-surface text-soft hover:border-edge hover:text-ink",
                )}
              >
                <span aria-hidden>{emoji}</span>
                <span aria-hidden>{personIds.length}</span>
              </button>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}

interface AddReactionProps {
  post: Post;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function AddReaction({ post, open, onOpenChange }: AddReactionProps) {
  const { t } = useTranslation();
  const me = useMe();
  const take = (emoji: string) => {
    onOpenChange(false);
    const mine = post.reactions.some((one) => one.emoji === emoji && one.personIds.includes(me.id));
    void toggleReaction(post, emoji, mine);
  };
  return (
    <Popover
      open={open}
      onOpenChange={onOpenChange}
      label={t("reactions.picker")}
      trigger={
        <IconButton label={t("reactions.add")} icon={<SmilePlus size={17} aria-hidden />} size="small" />
      }
    >
      <LaterEmojiPicker onChoose={take} />
    </Popover>
  );
}
