import { limits } from "@meridian/shared/limits";
import { type Post, postsApi } from "@meridian/shared/posts";
import { useState } from "react";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { TextEditor } from "./TextEditor.tsx";
import { showPost } from "./events.ts";
import { unsavedEdits } from "./unsavedEdits.ts";
import { errorText } from "../lib/errorText.ts";
import { watched } from "../lib/watched.ts";
import type { Written } from "./written.ts";

function unsavedEdit({ id, body }: Post): Written {
  const text = watched(unsavedEdits.get(id) ?? body);
  text.watch((now) => {
    if (now === body) unsavedEdits.delete(id);
    else unsavedEdits.set(id, now);
  });
  return text;
}

interface EditPostProps {
  post: Post;
  autoFocus: boolean;
  onDone: () => void;
}

/** One's own post in place; what was typed stays when saving fails, and for the next time when Escape closes it. */
export function EditPost({ post, autoFocus, onDone }: EditPostProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [text] = useState(() => unsavedEdit(post));
  const drop = () => {
    unsavedEdits.delete(post.id);
    onDone();
  };
  const save = async () => {
    const body = text.get();
    if (busy || body.trim() === "" || body.length > limits.postCharacters) return;
    setBusy(true);
    try {
      showPost(await call(postsApi.edit, { id: post.id, body }));
      // what was typed meanwhile is not saved yet
      if (text.get() === body) drop();
      else setBusy(false);
    } catch (failure) {
      setError(errorText(t, failure));
      setBusy(false);
    }
  };
  return (
    <div className="mt-1 rounded-lg border border-edge bg-surface p-2 focus-within:border-accent">
      <TextEditor
        label={t("posts.editing")}
        text={text}
        onSubmit={() => void save()}
        onEscape={onDone}
        autoFocus={autoFocus}
      />
      {error && (
        <p role="alert" className="px-1 pt-1 text-sm text-danger">
          {error}
        </p>
      )}
      <div className="mt-1 flex justify-end gap-2">
        <Button size="small" onClick={drop}>
          {t("composer.cancel")}
        </Button>
        <Button size="small" variant="primary" busy={busy} onClick={() => void save()}>
          {t("composer.save")}
        </Button>
      </div>
    </div>
  );
}
