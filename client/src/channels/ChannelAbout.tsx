import type { Channel } from "@meridian/shared/channels";
import { useQuery } from "@tanstack/react-query";
import { Aside } from "../app/Aside.tsx";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { channelIcon } from "./icon.tsx";
import { membersQuery } from "./queries.ts";

/** Beside a channel's posts: what it is for and who follows it. The page's header leads to the same. */
export function ChannelAbout({ channel, onList }: { channel: Channel; onList: () => void }) {
  const { t } = useTranslation();
  const members = useQuery(membersQuery(channel.id)).data?.members ?? [];
  const kind = channel.private
    ? "private"
    : channel.kind === "office"
      ? "regional"
      : channel.kind === "announcements"
        ? "announcements"
        : "open";
  const count = channel.private ? "channels.members" : "channels.followers";
  return (
    <Aside>
      <section aria-label={t("channels.aboutOne", { channel: channel.name })} className="space-y-4 p-4">
        <div>
          <h2 className="flex items-center gap-2 text-base font-semibold">
            <span className="text-accent">{channelIcon(channel)}</span>
            {channel.name}
          </h2>
          {channel.about && <p className="mt-1 text-sm text-soft">{channel.about}</p>}
          <p className="mt-2 flex flex-wrap gap-1.5">
            <Badge tone="accent">{t(`channels.${kind}`)}</Badge>
            {channel.archived && <Badge>{t("channels.archivedBadge")}</Badge>}
          </p>
        </div>
        {members.length > 0 && (
          <div>
            <div className="flex flex-wrap gap-1">
              {members.slice(0, 14).map((person) => (
                <PersonAvatar key={person.id} person={person} size="small" />
              ))}
            </div>
            <Button variant="plain" size="small" onClick={onList} className="mt-1 -ml-2.5">
              {t(count, { count: members.length })}
            </Button>
          </div>
        )}
      </section>
    </Aside>
  );
}
