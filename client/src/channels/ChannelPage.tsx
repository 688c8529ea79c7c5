import { canEditChannel, canPostIn, type Channel } from "@meridian/shared/channels";
import { useQuery } from "@tanstack/react-query";
import { Compass, MessagesSquare, Pencil, Users } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useMe } from "../lib/access.ts";
import { useParams } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { PostComposer } from "../posts/Composer.tsx";
import { Feed } from "../posts/Feed.tsx";
import { LeftText } from "../posts/LeftText.tsx";
import { Outgoing } from "../posts/Outgoing.tsx";
import { PinnedPosts } from "../posts/PinnedPosts.tsx";
import { useReadMark } from "../posts/useReadMark.ts";
import { buttonClasses } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Link } from "../ui/Link.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { ChannelAbout } from "./ChannelAbout.tsx";
import { ChannelDialog } from "./ChannelDialog.tsx";
import { FollowButton } from "./FollowButton.tsx";
import { channelIcon } from "./icon.tsx";
import { MembersDialog } from "./MembersDialog.tsx";
import { channelsQuery, useChannelBySlug } from "./queries.ts";

/** One channel: what it is, what is pinned in it, and its posts. */
export function ChannelPage() {
  const { t } = useTranslation();
  const slug = useParams()["slug"]!;
  const channels = useQuery(channelsQuery);
  const channel = useChannelBySlug(slug);
  if (channel) return <Posts key={channel.id} channel={channel} />;
  if (channels.isPending) return <Skeleton posts={5} />;
  if (channels.isError) {
    return <QueryError query={channels} alone />;
  }
  const browse = (
    <Link to="/channels" className={buttonClasses("primary")}>
      {t("channels.browse")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("channels.title")} />
      <Empty icon={Compass} title={t("app.notFound")} text={t("channels.notFoundText")} action={browse} />
    </>
  );
}

function Posts({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const me = useMe();
  const { stoppedAt, read } = useReadMark(channel.id);
  const [editing, setEditing] = useState(false);
  const [listing, setListing] = useState(false);
  return (
    <>
      <PageHeader
        title={channel.name}
        text={channel.about || undefined}
        icon={channelIcon(channel, 20)}
        actions={
          <>
            <IconButton
              label={t("channels.memberList")}
              icon={<Users size={18} aria-hidden />}
              onClick={() => setListing(true)}
              side="bottom"
            />
            {canEditChannel(me, channel) && (
              <IconButton
                label={t("channels.edit")}
                icon={<Pencil size={17} aria-hidden />}
                onClick={() => setEditing(true)}
                side="bottom"
              />
            )}
            <FollowButton channel={channel} compact />
          </>
        }
      />
      <ChannelAbout channel={channel} onList={() => setListing(true)} />
      <Feed
        stream={{ kind: "channel", id: channel.id }}
        stoppedAt={stoppedAt}
        onSeen={read}
        top={
          <>
            <PinnedPosts channelId={channel.id} />
            <Writing channel={channel} />
          </>
        }
        empty={
          <Empty
            icon={MessagesSquare}
            title={t("streams.channelEmpty")}
            text={canPostIn(me, channel) ? t("streams.channelEmptyText") : undefined}
          />
        }
      />
      {editing && <ChannelDialog open onOpenChange={setEditing} channel={channel} />}
      <MembersDialog open={listing} onOpenChange={setListing} channel={channel} />
    </>
  );
}

function Writing({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      {canPostIn(me, channel) ? (
        <PostComposer channel={channel} />
      ) : (
        <>
          <LeftText place={`channel ${channel.id}`} />
          <Note>{t(channel.archived ? "channels.archived" : "channels.announcementsText")}</Note>
        </>
      )}
      <Outgoing belongs={(post) => post.threadId === null && post.channelIds.includes(channel.id)} />
    </>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p className="border-b border-line bg-canvas px-4 py-3 text-sm text-soft">{children}</p>
);
