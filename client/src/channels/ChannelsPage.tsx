import type { Channel } from "@meridian/shared/channels";
import { useQuery } from "@tanstack/react-query";
import { Hash, Plus, SearchX } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "../lib/navigation.ts";
import { spoken } from "../lib/spoken.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { ChannelDialog } from "./ChannelDialog.tsx";
import { ChannelLine } from "./ChannelLine.tsx";
import { channelsQuery } from "./queries.ts";

const groups = ["announcements", "offices", "topics", "private", "archivedList"] as const;

function groupOf(channel: Channel): (typeof groups)[number] {
  if (channel.archived) return "archivedList";
  if (channel.private) return "private";
  if (channel.kind === "office") return "offices";
  return channel.kind === "announcements" ? "announcements" : "topics";
}

/** Every channel that I may see, to follow, mute or leave. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const query = useQuery(channelsQuery);
  const [params, setParams] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const q = params.get("q") ?? "";
  const search = (text: string) =>
    setParams(text === "" ? {} : { q: text }, { replace: true, preventScrollReset: true });
  const words = spoken(q.trim());
  const channels = (query.data?.channels ?? []).filter((channel) =>
    spoken(`${channel.name} ${channel.about}`).includes(words),
  );
  const create = (
    <Button
      variant="primary"
      size="small"
      icon={<Plus size={15} aria-hidden />}
      onClick={() => setCreating(true)}
    >
      {t("channels.create")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("channels.title")} actions={create} />
      <search className="block border-b border-line px-4 py-3">
        <SearchField label={t("channels.find")} value={q} onSearch={search} />
      </search>
      {query.isPending ? (
        <Skeleton posts={6} />
      ) : query.isError ? (
        <QueryError query={query} alone />
      ) : channels.length === 0 ? (
        <Empty
          icon={words ? SearchX : Hash}
          title={words ? t("app.noMatch") : t("channels.none")}
          text={words ? undefined : t("channels.noneText")}
          action={words ? <Button onClick={() => search("")}>{t("channels.showAll")}</Button> : create}
        />
      ) : (
        groups.map((group) => (
          <Group
            key={group}
            label={t(`channels.${group}`)}
            channels={channels.filter((channel) => groupOf(channel) === group)}
          />
        ))
      )}
      <ChannelDialog open={creating} onOpenChange={setCreating} />
    </>
  );
}

function Group({ label, channels }: { label: string; channels: Channel[] }) {
  if (channels.length === 0) return null;
  return (
    <section aria-label={label} className="pt-4">
      <h2 className="px-4 pb-1 text-sm font-semibold text-soft">{label}</h2>
      <ul className="border-t border-line">
        {channels.map((channel) => (
          <ChannelLine key={channel.id} channel={channel} />
        ))}
      </ul>
    </section>
  );
}
