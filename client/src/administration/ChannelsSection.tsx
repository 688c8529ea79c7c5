import type { Channel } from "@meridian/shared/channels";
import { useQuery } from "@tanstack/react-query";
import { Plus, SearchX } from "lucide-react";
import { useState } from "react";
import { ChannelDialog } from "../channels/ChannelDialog.tsx";
import { channelsQuery } from "../channels/queries.ts";
import { spoken } from "../lib/spoken.ts";
import { useTranslation } from "../lib/texts.ts";
import { useAddress } from "../lib/useAddress.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { ChannelRow } from "./ChannelRow.tsx";

const kinds = ["all", "open", "private", "archived"] as const;
/** Lines that are drawn at first, and with each press on "more". */
const step = 50;

const kindOf = (channel: Channel): (typeof kinds)[number] =>
  channel.archived ? "archived" : channel.private ? "private" : "open";

/** Every channel that one may see, archived ones too. */
export function ChannelsSection() {
  const { t } = useTranslation();
  const query = useQuery(channelsQuery);
  const { filters, set } = useAddress(["q", "kind"]);
  const [drawn, setDrawn] = useState(step);
  const [creating, setCreating] = useState(false);
  const kind = kinds.find((one) => one === filters.kind) ?? "all";
  const words = spoken(filters.q ?? "");
  const channels = (query.data?.channels ?? [])
    .filter((channel) => kind === "all" || kindOf(channel) === kind)
    .filter((channel) => spoken(`${channel.name} ${channel.about}`).includes(words));
  return (
    <section aria-label={t("administration.channels")}>
      <search className="grid items-end gap-3 border-b border-line px-4 py-3 sm:grid-cols-[1fr_14rem_auto]">
        <SearchField
          label={t("administration.findChannel")}
          value={filters.q ?? ""}
          onSearch={(q) => set({ q })}
        />
        <SelectField
          label={t("channels.kind")}
          choices={kinds.map((one) => ({ value: one, label: t(`administration.kinds.${one}`) }))}
          value={kind}
          onChange={(one) => set({ kind: one === "all" ? "" : one })}
        />
        <Button icon={<Plus size={16} aria-hidden />} onClick={() => setCreating(true)} className="min-h-10">
          {t("channels.create")}
        </Button>
      </search>
      <p role="status" className="px-4 pt-3 text-sm text-soft">
        {query.data && t("administration.channelCount", { count: channels.length })}
      </p>
      {query.isPending ? (
        <Skeleton posts={6} />
      ) : query.isError ? (
        <QueryError query={query} alone />
      ) : channels.length === 0 ? (
        <Empty
          icon={SearchX}
          title={t("administration.noChannel")}
          action={<Button onClick={() => set({ q: "", kind: "" })}>{t("channels.showAll")}</Button>}
        />
      ) : (
        <ul>
          {channels.slice(0, drawn).map((channel) => (
            <ChannelRow key={channel.id} channel={channel} />
          ))}
        </ul>
      )}
      {channels.length > drawn && (
        <p className="px-4 py-5 text-center">
          <Button variant="plain" onClick={() => setDrawn(drawn + step)}>
            {t("app.loadMore")}
          </Button>
        </p>
      )}
      <p className="px-4 py-4 text-sm text-soft">{t("administration.privateNote")}</p>
      {creating && <ChannelDialog open stay onOpenChange={setCreating} />}
    </section>
  );
}
