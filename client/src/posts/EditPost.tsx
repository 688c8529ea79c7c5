import { limits } from "@meridian/shared/limits";
import { type Post, postsApi } from "@meridian/shared/posts";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, CallError } from "../lib/call.ts";
import { Button } from "../ui/Button.tsx";
import { TextEditor } from "./TextEditor.tsx";
import { showPost } from "./events.ts";

/** One's own post in place; what was typed stays when saving fails. */
export function EditPost({ post, onDone }: { post: Post; onDone: () => void }) {
  const { t } = useTranslation();
  const [body, setBody] = useState(post.body);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const save = async () => {
    if (busy || body.trim() === "" || body.length > limits.postCharacters) return;
    setBusy(true);
    try {
      showPost(await call(postsApi.edit, { id: post.id, body }));
      onDone();
    } catch (failure) {
      setError(t(`errors.${failure instanceof CallError ? failure.code : "internal"}`));
      setBusy(false);
    }
  };
  return (
    <div className="mt-1 rounded-lg border border-edge bg-surface p-2 focus-within:border-accent">
      <TextEditor
        label={t("posts.editing")}
        value={body}
        onChange={setBody}
        onSubmit={() => void save()}
        onEscape={onDone}
        autoFocus
      />
      {error && (
        <p role="alert" className="px-1 pt-1 text-sm text-danger">
          {error}
        </p>
      )}
      <div className="mt-1 flex justify-end gap-2">
        <Button size="small" onClick={onDone}>
          {t("composer.cancel")}
        </Button>
        <Button size="small" variant="primary" busy={busy} onClick={() => void save()}>
          {t("composer.save")}
        </Button>
      </div>
    </div>
  );
}
