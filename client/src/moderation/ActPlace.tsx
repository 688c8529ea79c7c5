import type { Case } from "@meridian/shared/cases";
import { useChannels } from "../channels/queries.ts";
import { useTranslation } from "../lib/texts.ts";
import { SelectField } from "../ui/SelectField.tsx";

interface ActPlaceProps {
  kase: Case;
  /** To another channel; else in one of its own. */
  move: boolean;
  value: string | undefined;
  onChange: (channelId: string) => void;
  error: string | undefined;
}

/** Where a thread goes, or where it is pinned. */
export function ActPlace({ kase, move, value, onChange, error }: ActPlaceProps) {
  const { t } = useTranslation();
  const { channels } = useChannels();
  const possible = channels.filter(
    (channel) => !channel.private && !channel.archived && kase.channelIds.includes(channel.id) !== move,
  );
  return (
    <SelectField
      label={t("desk.channel")}
      choices={possible.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={onChange}
      error={error}
    />
  );
}
