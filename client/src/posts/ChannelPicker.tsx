import type { Channel } from "@meridian/shared/channels";
import { limits } from "@meridian/shared/limits";
import { Plus, X } from "lucide-react";
import { channelIcon } from "../channels/icon.tsx";
import { useTranslation } from "../lib/texts.ts";
import { later } from "../ui/later.tsx";
import { Menu } from "../ui/Menu.tsx";

const ChannelChoices = later(async () => (await import("./ChannelChoices.tsx")).ChannelChoices);

interface ChannelPickerProps {
  channels: Channel[];
  chosen: string[];
  onChange: (ids: string[]) => void;
}

/** Where a post goes: several open channels share one thread, a private one stands by itself. */
export function ChannelPicker({ channels, chosen, onChange }: ChannelPickerProps) {
  const { t } = useTranslation();
  const to = chosen.flatMap((id) => channels.find((channel) => channel.id === id) ?? []);
  const add = (channel: Channel) => {
    const alone = channel.private || to.some((one) => one.private);
    onChange(alone ? [channel.id] : [...chosen, channel.id]);
  };
  const trigger = (
    <button
      type="button"
      className="inline-flex min-h-6 items-center gap-1 rounded-full px-2 text-soft hover:bg-sunken hover:text-ink pointer-coarse:min-h-9"
    >
      <Plus size={14} aria-hidden />
      {t("composer.addChannel")}
    </button>
  );
  return (
    <div className="flex flex-wrap items-center gap-1 px-1 pb-1 text-xs">
      <span className="text-soft">{t("composer.to")}</span>
      {to.map((channel) => (
        <span
          key={channel.id}
          className="inline-flex min-h-6 items-center gap-1 rounded-full bg-accent-wash pr-1 pl-2 font-medium text-accent-deep"
        >
          {channelIcon(channel, 12)}
          {channel.name}
          {to.length > 1 && (
            <button
              type="button"
              aria-label={t("composer.removeChannel", { channel: channel.name })}
              onClick={() => onChange(chosen.filter((id) => id !== channel.id))}
              className="inline-flex size-6 items-center justify-center rounded-full hover:bg-sunken"
            >
              <X size={12} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {to.length < limits.channelsPerPost && (
        <Menu trigger={trigger} align="start">
          <ChannelChoices
            channels={channels.filter((channel) => !chosen.includes(channel.id))}
            onTake={add}
          />
        </Menu>
      )}
      {to.length > 1 && <span className="text-soft">{t("composer.oneThread")}</span>}
    </div>
  );
}
