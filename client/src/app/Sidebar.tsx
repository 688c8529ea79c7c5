import type { Channel } from "@meridian/shared/channels";
import { canSeeAdministration, canSeeDesk } from "@meridian/shared/people";
import { AtSign, Bell, Bookmark, Building2, Hash, House, MessagesSquare, Plus, Users } from "lucide-react";
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { channelIcon } from "../channels/icon.tsx";
import { useChannels, useUnreadIn, useUnreadMentions } from "../channels/queries.ts";
import { companyQuery } from "../company/queries.ts";
import { useMe } from "../lib/access.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { useUnreadNotices } from "../notices/unread.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { later } from "../ui/later.tsx";
import { Menu } from "../ui/Menu.tsx";
import { useOpened } from "../ui/useOpened.ts";
import { Brand } from "./Brand.tsx";
import { SidebarGroup, SidebarLink } from "./SidebarLink.tsx";

const ChannelDialog = later(async () => (await import("../channels/ChannelDialog.tsx")).ChannelDialog);
// not ahead of need: few have a desk
const DeskLink = later(async () => (await import("./DeskLink.tsx")).DeskLink, null, { ahead: false });
const AccountChoices = later(async () => (await import("./AccountChoices.tsx")).AccountChoices);

/** Pages, the channels that I follow with what is unread in them, and who I am. */
export function Sidebar({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const [creating, setCreating] = useState(false);
  const company = useQuery(companyQuery).data;
  const me = useMe();
  const create = (
    <IconButton
      label={t("channels.create")}
      icon={<Plus size={16} aria-hidden />}
      size="small"
      onClick={() => setCreating(true)}
    />
  );
  return (
    <div className="flex min-h-[calc(100dvh-var(--strip)-var(--foot))] flex-col gap-2 p-3">
      <Brand company={company?.name} />
      <ul className="space-y-px">
        <SidebarLink to="/" end icon={<House size={16} aria-hidden />}>
          {t("app.home")}
        </SidebarLink>
        <SidebarLink to="/mentions" icon={<AtSign size={16} aria-hidden />} unread={useUnreadMentions()}>
          {t("streams.mentions")}
        </SidebarLink>
        <SidebarLink to="/threads" icon={<MessagesSquare size={16} aria-hidden />}>
          {t("streams.threads")}
        </SidebarLink>
        <SidebarLink to="/saved" icon={<Bookmark size={16} aria-hidden />}>
          {t("streams.saved")}
        </SidebarLink>
        <SidebarLink to="/notices" icon={<Bell size={16} aria-hidden />} unread={useUnreadNotices()}>
          {t("moderation.notices")}
        </SidebarLink>
        <SidebarLink to="/people" icon={<Users size={16} aria-hidden />}>
          {t("people.title")}
        </SidebarLink>
        {canSeeDesk(me) && <DeskLink />}
        {canSeeAdministration(me) && (
          <SidebarLink to="/administration" icon={<Building2 size={16} aria-hidden />}>
            {t("settings.admin")}
          </SidebarLink>
        )}
      </ul>
      <SidebarGroup label={t("channels.yours")} action={create}>
        <Followed />
        <SidebarLink to="/channels" end icon={<Hash size={16} aria-hidden />}>
          {t("channels.browse")}
        </SidebarLink>
      </SidebarGroup>
      <Account onKeys={onKeys} />
      {useOpened(creating) && <ChannelDialog open={creating} onOpenChange={setCreating} />}
    </div>
  );
}

const order = { announcements: 0, office: 1, topic: 2 };

function Followed() {
  const { channels, memberships } = useChannels();
  const mine = new Map(memberships.filter((one) => one.following).map((one) => [one.channelId, one]));
  const followed = channels
    .filter((channel) => mine.has(channel.id) && !channel.archived)
    .toSorted((a, b) => order[a.kind] - order[b.kind] || a.name.localeCompare(b.name));
  return followed.map((channel) => (
    <FollowedChannel key={channel.id} channel={channel} muted={mine.get(channel.id)!.muted} />
  ));
}

function FollowedChannel({ channel, muted }: { channel: Channel; muted: boolean }) {
  const unread = useUnreadIn(channel.id);
  return (
    <SidebarLink
      to={`/channels/${channel.slug}`}
      icon={channelIcon(channel)}
      muted={muted}
      unread={muted ? 0 : unread}
    >
      {channel.name}
    </SidebarLink>
  );
}

function Account({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const trigger = (
    <button
      type="button"
      aria-label={t("app.account")}
      className="flex w-full items-center gap-2.5 rounded-lg p-2 text-left hover:bg-sunken"
    >
      <PersonAvatar person={me} size="small" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-sm font-semibold">{me.name}</span>
        <span className="block truncate text-xs text-soft">@{me.handle}</span>
      </span>
    </button>
  );
  return (
    <div className="sticky bottom-0 mt-auto bg-canvas pt-1">
      <Menu trigger={trigger} align="start">
        <AccountChoices onKeys={onKeys} />
      </Menu>
    </div>
  );
}
