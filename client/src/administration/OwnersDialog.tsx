import type { Channel } from "@meridian/shared/channels";
import type { PersonBrief } from "@meridian/shared/people";
import { useQuery } from "@tanstack/react-query";
import { Plus, UserMinus } from "lucide-react";
import { addOwner, removeOwner } from "../channels/commands.ts";
import { useTranslation } from "../lib/texts.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { PersonSearch } from "../people/PersonSearch.tsx";
import { personQuery } from "../people/queries.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { IconButton } from "../ui/IconButton.tsx";

/** Who keeps a channel in order besides admins and leads. */
export function OwnersDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("administration.ownersOf", { channel: channel.name })}
      text={t("administration.ownersText")}
    >
      <ul>
        {channel.createdBy && <Owner id={channel.createdBy} channel={channel} />}
        {channel.ownerIds.map((id) => (
          <Owner key={id} id={id} channel={channel} />
        ))}
        {!channel.createdBy && channel.ownerIds.length === 0 && (
          <li className="py-2 text-sm text-soft">{t("administration.noOwners")}</li>
        )}
      </ul>
      <PersonSearch
        label={t("administration.addOwner")}
        without={(id) => id === channel.createdBy || channel.ownerIds.includes(id)}
        className="mt-4"
      >
        {(person) => (
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            aria-label={t("channels.addOne", { name: person.name })}
            onClick={() => void addOwner(channel, person)}
          >
            {t("app.add")}
          </Button>
        )}
      </PersonSearch>
    </Dialog>
  );
}

function Owner({ id, channel }: { id: string; channel: Channel }) {
  const { t } = useTranslation();
  const person: PersonBrief | undefined = useQuery(personQuery(id)).data;
  if (!person) return null;
  return (
    <PersonRow person={person}>
      {id === channel.createdBy ? (
        <Badge>{t("administration.creator")}</Badge>
      ) : (
        <IconButton
          label={t("channels.removeMember", { name: person.name })}
          icon={<UserMinus size={16} aria-hidden />}
          onClick={() => void removeOwner(channel, person)}
          side="left"
        />
      )}
    </PersonRow>
  );
}
