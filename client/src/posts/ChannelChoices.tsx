import type { Channel } from "@meridian/shared/channels";
import { channelIcon } from "../channels/icon.tsx";
import { MenuChoice } from "../ui/MenuChoice.tsx";

interface ChannelChoicesProps {
  channels: Channel[];
  onTake: (channel: Channel) => void;
}

export const ChannelChoices = ({ channels, onTake }: ChannelChoicesProps) =>
  channels.map((channel) => (
    <MenuChoice key={channel.id} icon={channelIcon(channel)} onPress={() => onTake(channel)}>
      {channel.name}
    </MenuChoice>
  ));
