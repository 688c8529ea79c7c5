import { canPostIn, type Channel } from "@meridian/shared/channels";
import { limits } from "@meridian/shared/limits";
import { type ReactNode, useRef } from "react";
import { useChannels } from "../channels/queries.ts";
import { useMe } from "../lib/access.ts";
import { useUsable } from "../lib/drawn.ts";
import { useNow } from "../lib/now.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import { ChannelPicker } from "./ChannelPicker.tsx";
import { FrozenNote } from "./FrozenNote.tsx";
import { sendPost } from "./outbox.ts";
import { TextEditor, type TextEditorActions } from "./TextEditor.tsx";
import { type KeptDraft, useDraft } from "./useDraft.ts";
import { WritingTools } from "./WritingTools.tsx";
import { useWritten } from "./written.ts";

const sendKey = () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘ Enter" : "Ctrl Enter");

/** Writes a new post: to one channel, or from Home to one or several. */
export function PostComposer({ channel, autoFocus }: { channel?: Channel; autoFocus?: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const { channels, memberships } = useChannels();
  const draft = useDraft(channel ? `channel ${channel.id}` : "home");
  const possible = channels.filter((one) => canPostIn(me, one));
  const chosen = () => {
    if (channel) return [channel.id];
    const followed = new Set(memberships.filter((one) => one.following).map((one) => one.channelId));
    const picked = draft.channelIds.filter((id) => possible.some((one) => one.id === id));
    const usual =
      possible.find((one) => one.slug === "everyone") ?? possible.find((one) => followed.has(one.id));
    return picked.length > 0 ? picked : usual ? [usual.id] : [];
  };
  const channelIds = chosen();
  return (
    <Writing
      label={t("composer.label")}
      placeholder={
        channel ? t("composer.placeholderIn", { channel: channel.name }) : t("composer.placeholder")
      }
      action={t("composer.post")}
      draft={draft}
      channelIds={channelIds}
      threadId={null}
      autoFocus={autoFocus}
    >
      {!channel && (
        <ChannelPicker
          channels={possible}
          chosen={channelIds}
          onChange={(ids) => draft.change({ channelIds: ids })}
        />
      )}
    </Writing>
  );
}

/** Answers in a thread. */
export function ReplyComposer({
  threadId,
  channelIds,
  autoFocus,
}: {
  threadId: string;
  channelIds: string[];
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Writing
      label={t("composer.replyLabel")}
      placeholder={t("composer.placeholderReply")}
      action={t("composer.reply")}
      draft={useDraft(`thread ${threadId}`)}
      channelIds={channelIds}
      threadId={threadId}
      autoFocus={autoFocus}
    />
  );
}

interface WritingProps {
  label: string;
  placeholder: string;
  action: string;
  draft: KeptDraft;
  channelIds: string[];
  threadId: string | null;
  autoFocus?: boolean | undefined;
  /** Where it goes, above the text. */
  children?: ReactNode;
}

const isSendable = (body: string): boolean => body.trim() !== "" && body.length <= limits.postCharacters;

function Writing({
  label,
  placeholder,
  action,
  draft,
  channelIds,
  threadId,
  autoFocus,
  children,
}: WritingProps) {
  const me = useMe();
  const editor = useRef<TextEditorActions>(null);
  const now = useNow();
  const usable = useUsable();
  const { text, change } = draft;
  const empty = useWritten(text, (body) => body === "");
  const sendable = useWritten(text, isSendable) && channelIds.length > 0;
  if (me.frozen && Date.parse(me.frozen.until) > now) return <FrozenNote frozen={me.frozen} />;
  const send = () => {
    const body = text.get();
    if (!isSendable(body) || channelIds.length === 0) return;
    const taken = sendPost({ channelIds, threadId, body });
    // at once: a second press finds nothing to send, and what is typed next stays
    change({ body: "" }, taken);
    void taken.then(() => editor.current?.focus());
  };
  return (
    <form
      // nothing is typed that would be lost
      inert={!usable}
      className="flex gap-3 border-b border-line px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <span className="hidden sm:block">
        <PersonAvatar person={me} />
      </span>
      <div className="min-w-0 flex-1 rounded-lg border border-edge bg-surface p-2 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        {children}
        <TextEditor
          composer
          editor={editor}
          label={label}
          placeholder={placeholder}
          text={text}
          onSubmit={send}
          onEscape={() => (document.activeElement as HTMLElement | null)?.blur()}
          {...(autoFocus && { autoFocus })}
        />
        <div className="mt-1 flex items-center gap-0.5">
          <WritingTools editor={editor} />
          <span className="ml-auto pr-2 text-xs text-soft">
            <span className="hidden sm:inline">{!empty && <Kbd keys={sendKey()} />}</span>
          </span>
          <Button type="submit" variant="primary" size="small" disabled={!sendable}>
            {action}
          </Button>
        </div>
      </div>
    </form>
  );
}
