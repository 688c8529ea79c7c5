import type { Channel } from "@meridian/shared/channels";
import { useTranslation } from "../lib/texts.ts";
import { Count } from "../ui/Count.tsx";
import { Link } from "../ui/Link.tsx";
import { FollowButton } from "./FollowButton.tsx";
import { channelIcon } from "./icon.tsx";
import { useMembership, useUnreadIn } from "./queries.ts";

/** One channel in the list of all. */
export function ChannelLine({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const muted = useMembership(channel.id)?.muted;
  const unread = useUnreadIn(channel.id);
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2.5">
      <span className="text-accent">{channelIcon(channel, 18)}</span>
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <Link to={`/channels/${channel.slug}`} className="truncate font-semibold hover:underline">
            {channel.name}
          </Link>
          <Count value={muted ? 0 : unread} label={t("app.unread", { count: unread })} />
        </p>
        {channel.about && <p className="line-clamp-2 text-sm text-soft">{channel.about}</p>}
      </div>
      <FollowButton channel={channel} />
    </li>
  );
}
