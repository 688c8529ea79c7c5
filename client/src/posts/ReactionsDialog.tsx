import type { Post } from "@meridian/shared/posts";
import { useTranslation } from "../lib/texts.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { ReactionNames } from "./ReactionNames.tsx";

/** Who reacted how, for those who have no pointer to rest on a reaction. */
export function ReactionsDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open onOpenChange={onClose} title={t("reactions.list")} size="small">
      <ul className="space-y-2 pb-2">
        {post.reactions.map(({ emoji, personIds }) => (
          <li key={emoji} className="[overflow-wrap:anywhere]">
            <ReactionNames emoji={emoji} personIds={personIds} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
