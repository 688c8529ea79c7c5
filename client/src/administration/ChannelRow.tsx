import { canEditChannel, canMakePrivate, type Channel } from "@meridian/shared/channels";
import { Archive, ArchiveRestore, Ellipsis, Lock, Pencil, UserCog, Users } from "lucide-react";
import { useState } from "react";
import { ChannelDialog } from "../channels/ChannelDialog.tsx";
import { editChannel, makePrivate } from "../channels/commands.ts";
import { channelIcon } from "../channels/icon.tsx";
import { MembersDialog } from "../channels/MembersDialog.tsx";
import { useMe } from "../lib/access.ts";
import { attempt } from "../lib/attempt.ts";
import { useTranslation } from "../lib/texts.ts";
import { Badge } from "../ui/Badge.tsx";
import { Confirm } from "../ui/Confirm.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Link } from "../ui/Link.tsx";
import { Menu } from "../ui/Menu.tsx";
import { MenuChoice, MenuLine } from "../ui/MenuChoice.tsx";
import { OwnersDialog } from "./OwnersDialog.tsx";

type Opened = "rename" | "members" | "owners" | "private";

/** One channel, and what can be done about it. */
export function ChannelRow({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const me = useMe();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const { name } = channel;
  const Toggle = channel.archived ? ArchiveRestore : Archive;
  const trigger = (
    <IconButton
      label={t("administration.actionsFor", { name })}
      icon={<Ellipsis size={18} aria-hidden />}
      side="left"
    />
  );
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line px-4 py-2">
      <span aria-hidden className="shrink-0 text-accent">
        {channelIcon(channel)}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <Link to={`/channels/${channel.slug}`} className="font-semibold hover:underline">
            {name}
          </Link>
          {channel.private && <Badge tone="accent">{t("channels.private")}</Badge>}
          {channel.archived && <Badge>{t("channels.archivedBadge")}</Badge>}
        </p>
        {channel.about && <p className="truncate text-sm text-soft">{channel.about}</p>}
      </div>
      {canEditChannel(me, channel) && (
        <Menu trigger={trigger}>
          <MenuChoice icon={<Pencil size={16} aria-hidden />} onPress={() => setOpened("rename")}>
            {t("administration.rename")}
          </MenuChoice>
          <MenuChoice icon={<UserCog size={16} aria-hidden />} onPress={() => setOpened("owners")}>
            {t("administration.owners")}
          </MenuChoice>
          <MenuChoice icon={<Users size={16} aria-hidden />} onPress={() => setOpened("members")}>
            {t("administration.members")}
          </MenuChoice>
          {channel.kind === "topic" && (
            <>
              <MenuLine />
              <MenuChoice
                icon={<Toggle size={16} aria-hidden />}
                onPress={() => void attempt(() => editChannel(channel.id, { archived: !channel.archived }))}
              >
                {t(channel.archived ? "administration.unarchive" : "administration.archive")}
              </MenuChoice>
            </>
          )}
          {canMakePrivate(me, channel) && (
            <MenuChoice danger icon={<Lock size={16} aria-hidden />} onPress={() => setOpened("private")}>
              {t("administration.makePrivate")}
            </MenuChoice>
          )}
        </Menu>
      )}
      {opened === "rename" && <ChannelDialog open stay onOpenChange={close} channel={channel} />}
      {opened === "members" && <MembersDialog open onOpenChange={close} channel={channel} />}
      {opened === "owners" && <OwnersDialog onClose={close} channel={channel} />}
      <ClosingQuestion channel={channel} open={opened === "private"} onClose={close} />
    </li>
  );
}

function ClosingQuestion({
  channel,
  open,
  onClose,
}: {
  channel: Channel;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    await makePrivate(channel);
    setBusy(false);
    onClose();
  };
  return (
    <Confirm
      open={open}
      onOpenChange={onClose}
      title={t("administration.makePrivateTitle", { channel: channel.name })}
      text={t("administration.makePrivateText")}
      action={t("administration.makePrivate")}
      busy={busy}
      onConfirm={() => void confirm()}
    />
  );
}
