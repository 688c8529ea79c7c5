import type { Channel } from "@meridian/shared/channels";
import { Archive, ArchiveRestore } from "lucide-react";
import { useId, useRef, useState } from "react";
import { go } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { Refusal } from "../ui/Refusal.tsx";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Switch } from "../ui/Switch.tsx";
import { TextField } from "../ui/TextField.tsx";
import { createChannel, editChannel } from "./commands.ts";

export interface ChannelDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Whether the page stays where it is, whatever the channel’s address becomes. */
  stay?: boolean;
  /** The channel to edit; without one a new one is made. */
  channel?: Channel;
}

/** Makes a channel, or changes one. What was typed is still there when it is opened again. */
export function ChannelDialog({ open, onOpenChange, stay = false, channel }: ChannelDialogProps) {
  const { t } = useTranslation();
  const formId = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(() => draftOf(channel));
  const finish = (next: Channel) => {
    setDraft(draftOf(channel && next));
    onOpenChange(false);
    if (!stay && next.slug !== channel?.slug)
      void go(`/channels/${next.slug}`, { replace: channel !== undefined });
  };
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const { name, about } = draft;
      finish(await (channel ? editChannel(channel.id, { name, about }) : createChannel(draft)));
    },
    () => (draft.name.trim() === "" ? { name: t("errors.required") } : {}) as Record<string, string>,
    (error): Record<string, string> => (error.code === "conflict" ? { name: t("channels.nameTaken") } : {}),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(channel ? "channels.edit" : "channels.create")}
      kept={!channel && !stay}
      focusFirst={nameField}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t(channel ? "app.save" : "channels.create")}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className="space-y-4">
        <TextField
          ref={nameField}
          label={t("channels.name")}
          hint={channel ? undefined : t("channels.nameHint")}
          name="name"
          autoComplete="off"
          maxLength={60}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          error={errors["name"]}
        />
        <TextField
          label={`${t("channels.about")} (${t("app.optional")})`}
          name="about"
          autoComplete="off"
          maxLength={250}
          value={draft.about}
          onChange={(event) => setDraft({ ...draft, about: event.target.value })}
          error={errors["about"]}
        />
        {!channel && (
          <Switch
            label={t("channels.private")}
            text={t(draft.private ? "channels.privateText" : "channels.openText")}
            checked={draft.private}
            onChange={(isPrivate) => setDraft({ ...draft, private: isPrivate })}
          />
        )}
        <Refusal error={refused} />
      </form>
      {channel?.kind === "topic" && <ArchiveSwitch channel={channel} onDone={() => onOpenChange(false)} />}
    </Dialog>
  );
}

/** Archiving can be undone, so nothing is asked first. */
function ArchiveSwitch({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const { t } = useTranslation();
  const { onSubmit, busy, refused } = useSubmit(async () => {
    await editChannel(channel.id, { archived: !channel.archived });
    onDone();
  });
  const Icon = channel.archived ? ArchiveRestore : Archive;
  return (
    <form onSubmit={onSubmit} className="mt-5 border-t border-line pt-4">
      <Refusal error={refused} />
      <p className="mb-2 text-sm text-soft">
        {t(channel.archived ? "channels.archived" : "channels.archiveText")}
      </p>
      <Button type="submit" busy={busy} icon={<Icon size={16} aria-hidden />}>
        {t(channel.archived ? "channels.unarchive" : "channels.archive")}
      </Button>
    </form>
  );
}

const draftOf = (channel: Channel | undefined) => ({
  name: channel?.name ?? "",
  about: channel?.about ?? "",
  private: channel?.private ?? false,
});
