import { channelsApi } from "@meridian/shared/channels";
import { AtSign } from "lucide-react";
import { useCallback, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { channelHandlers } from "../channels/events.ts";
import { unreadQuery } from "../channels/queries.ts";
import { useMe } from "../lib/access.ts";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Empty } from "../ui/Empty.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Feed } from "./Feed.tsx";

/** Posts and replies that name me or my office. */
export function MentionsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const lastReadAt = useQuery(unreadQuery).data?.mentions.lastReadAt;
  const [stoppedAt, setStoppedAt] = useState<string>();
  if (stoppedAt === undefined && lastReadAt !== undefined) setStoppedAt(lastReadAt);
  const read = useCallback(
    (at: string) => {
      if (lastReadAt === undefined || at <= lastReadAt) return;
      const told = () => channelHandlers["read:changed"]({ channelId: null, lastReadAt: at });
      call(channelsApi.readMentions, { at }).then(told, () => {});
    },
    [lastReadAt],
  );
  return (
    <>
      <PageHeader title={t("streams.mentions")} icon={<AtSign size={20} aria-hidden />} />
      <Feed
        stream={{ kind: "mentions" }}
        stoppedAt={stoppedAt}
        onSeen={read}
        empty={
          <Empty
            icon={AtSign}
            title={t("streams.mentionsEmpty")}
            text={t("streams.mentionsEmptyText", { handle: me.handle })}
          />
        }
      />
    </>
  );
}
