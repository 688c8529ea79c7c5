import type { Post } from "@meridian/shared/posts";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { later } from "../ui/later.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useOpened } from "../ui/useOpened.ts";

const PostChoices = later(async () => (await import("./PostChoices.tsx")).PostChoices);
const HideDialog = later(async () => (await import("./HideDialog.tsx")).HideDialog);
const ReactionsDialog = later(async () => (await import("./ReactionsDialog.tsx")).ReactionsDialog);

/** The button under a post; what it opens is fetched and drawn when it is pressed. */
export function PostMenu({ post, onEdit }: { post: Post; onEdit: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"hide" | "reactions">();
  const hiding = open === "hide";
  const close = () => setOpen(undefined);
  const trigger = (
    <IconButton
      label={t("posts.actions", { name: post.author.name })}
      icon={<Ellipsis size={17} aria-hidden />}
      size="small"
    />
  );
  return (
    <>
      <Menu trigger={trigger} align="start">
        <PostChoices post={post} onEdit={onEdit} onOpen={setOpen} />
      </Menu>
      {useOpened(hiding) && <HideDialog id={post.id} open={hiding} onOpenChange={close} />}
      {open === "reactions" && <ReactionsDialog post={post} onClose={close} />}
    </>
  );
}
