import { canPostIn, type Channel } from "@meridian/shared/channels";
import { limits } from "@meridian/shared/limits";
import { type ReactNode, useCallback, useMemo, useRef } from "react";
import { useChannels } from "../channels/queries.ts";
import { useMe } from "../lib/access.ts";
import { useUsable } from "../lib/drawn.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { pictureOf } from "../people/picture.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Button } from "../ui/Button.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import { ChannelPicker } from "./ChannelPicker.tsx";
import { FrozenNote } from "./FrozenNote.tsx";
import { sendPost } from "./outbox.ts";
import { TextEditor, type TextEditorActions } from "./TextEditor.tsx";
import { useDraft } from "./useDraft.ts";
import { WritingTools } from "./WritingTools.tsx";

const sendKey = () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘ Enter" : "Ctrl Enter");

/** Writes a new post: to one channel, or from Home to one or several. */
export function PostComposer({ channel, autoFocus }: { channel?: Channel; autoFocus?: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const { channels, memberships } = useChannels();
  const [draft, setDraft] = useDraft(channel ? `channel ${channel.id}` : "home");
  const possible = useMemo(() => channels.filter((one) => canPostIn(me, one)), [channels, me]);
  // not with every letter
  const channelIds = useMemo(() => {
    if (channel) return [channel.id];
    const followed = new Set(memberships.filter((one) => one.following).map((one) => one.channelId));
    const picked = draft.channelIds.filter((id) => possible.some((one) => one.id === id));
    const usual =
      possible.find((one) => one.slug === "everyone") ?? possible.find((one) => followed.has(one.id));
    return picked.length > 0 ? picked : usual ? [usual.id] : [];
  }, [channel, memberships, draft.channelIds, possible]);
  const choose = useCallback((ids: string[]) => setDraft({ channelIds: ids }), [setDraft]);
  const post = () => {
    const taken = sendPost({ channelIds, threadId: null, body: draft.body });
    // at once: a second press finds nothing to send, and what is typed next stays
    setDraft({ body: "" }, taken);
    return taken;
  };
  return (
    <Writing
      label={t("composer.label")}
      placeholder={
        channel ? t("composer.placeholderIn", { channel: channel.name }) : t("composer.placeholder")
      }
      action={t("composer.post")}
      body={draft.body}
      onChange={(body) => setDraft({ body })}
      onSend={post}
      ready={channelIds.length > 0}
      autoFocus={autoFocus}
    >
      {!channel && <ChannelPicker channels={possible} chosen={channelIds} onChange={choose} />}
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
  const [draft, setDraft] = useDraft(`thread ${threadId}`);
  const reply = () => {
    const taken = sendPost({ channelIds, threadId, body: draft.body });
    setDraft({ body: "" }, taken);
    return taken;
  };
  return (
    <Writing
      label={t("composer.replyLabel")}
      placeholder={t("composer.placeholderReply")}
      action={t("composer.reply")}
      body={draft.body}
      onChange={(body) => setDraft({ body })}
      onSend={reply}
      ready
      autoFocus={autoFocus}
    />
  );
}

interface WritingProps {
  label: string;
  placeholder: string;
  action: string;
  body: string;
  onChange: (body: string) => void;
  onSend: () => Promise<void>;
  ready: boolean;
  autoFocus?: boolean | undefined;
  /** Where it goes, above the text. */
  children?: ReactNode;
}

function Writing({
  label,
  placeholder,
  action,
  body,
  onChange,
  onSend,
  ready,
  autoFocus,
  children,
}: WritingProps) {
  const me = useMe();
  const editor = useRef<TextEditorActions>(null);
  const now = useNow();
  const usable = useUsable();
  if (me.frozen && Date.parse(me.frozen.until) > now) return <FrozenNote frozen={me.frozen} />;
  const sendable = ready && body.trim() !== "" && body.length <= limits.postCharacters;
  const send = () => {
    if (sendable) void onSend().then(() => editor.current?.focus());
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
        <Avatar id={me.id} name={me.name} image={pictureOf(me)} />
      </span>
      <div className="min-w-0 flex-1 rounded-lg border border-edge bg-surface p-2 focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
        {children}
        <TextEditor
          composer
          editor={editor}
          label={label}
          placeholder={placeholder}
          value={body}
          onChange={onChange}
          onSubmit={send}
          onEscape={() => (document.activeElement as HTMLElement | null)?.blur()}
          {...(autoFocus && { autoFocus })}
        />
        <div className="mt-1 flex items-center gap-0.5">
          <WritingTools editor={editor} />
          <span className="ml-auto pr-2 text-xs text-soft">
            <span className="hidden sm:inline">{body !== "" && <Kbd keys={sendKey()} />}</span>
          </span>
          <Button type="submit" variant="primary" size="small" disabled={!sendable}>
            {action}
          </Button>
        </div>
      </div>
    </form>
  );
}
