import { canEditChannel, type Channel } from "@meridian/shared/channels";
import type { PersonBrief } from "@meridian/shared/people";
import { useQuery } from "@tanstack/react-query";
import { Plus, UserMinus } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { PersonSearch } from "../people/PersonSearch.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { addMember, removeMember } from "./commands.ts";
import { membersQuery } from "./queries.ts";

interface MembersDialogProps {
  channel: Channel;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Who follows a channel; in a private one, who is brought in and who is taken out. */
export function MembersDialog({ channel, open, onOpenChange }: MembersDialogProps) {
  const { t } = useTranslation();
  const query = useQuery({ ...membersQuery(channel.id), enabled: open });
  const members = query.data?.members ?? [];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(channel.private ? "channels.membersOf" : "channels.followersOf", { channel: channel.name })}
      text={
        query.data &&
        t(channel.private ? "channels.members" : "channels.followers", { count: members.length })
      }
    >
      {channel.private && !channel.archived && <Adding channel={channel} members={members} />}
      {query.isPending && open ? (
        <p className="flex justify-center py-6">
          <Spinner label={t("app.loading")} size={22} />
        </p>
      ) : query.isError ? (
        <QueryError query={query} />
      ) : (
        <ul>
          {members.map((person) => (
            <Member key={person.id} channel={channel} person={person} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function Member({ channel, person }: { channel: Channel; person: PersonBrief }) {
  const { t } = useTranslation();
  const me = useMe();
  const removable = channel.private && person.id !== me.id && canEditChannel(me, channel);
  return (
    <PersonRow person={person}>
      {removable && (
        <IconButton
          label={t("channels.removeMember", { name: person.name })}
          icon={<UserMinus size={16} aria-hidden />}
          onClick={() => void removeMember(channel.id, person)}
          side="left"
        />
      )}
    </PersonRow>
  );
}

function Adding({ channel, members }: { channel: Channel; members: PersonBrief[] }) {
  const { t } = useTranslation();
  return (
    <div className="mb-4 border-b border-line pb-4">
      <PersonSearch
        label={t("channels.addMember")}
        without={(id) => members.some((member) => member.id === id)}
      >
        {(person) => (
          <Button
            size="small"
            icon={<Plus size={14} aria-hidden />}
            aria-label={t("channels.addOne", { name: person.name })}
            onClick={() => void addMember(channel.id, person)}
          >
            {t("app.add")}
          </Button>
        )}
      </PersonSearch>
    </div>
  );
}
