import { type Invitation, invitationsApi } from "@meridian/shared/invitations";
import { canInvite } from "@meridian/shared/people";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MailCheck } from "lucide-react";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { attempt } from "../lib/attempt.ts";
import { call } from "../lib/call.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { localDate } from "../lib/time.ts";
import { useAddress } from "../lib/useAddress.ts";
import { useOffice } from "../offices/queries.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Confirm } from "../ui/Confirm.tsx";
import { Empty } from "../ui/Empty.tsx";
import { PagedList } from "../ui/PagedList.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { toast } from "../ui/Toast.tsx";
import { invitationsQuery, lookAgainForInvitations } from "./queries.ts";

/** Who was invited and has not come yet. */
export function Invitations() {
  const { t } = useTranslation();
  const { filters, set } = useAddress(["q"]);
  const q = filters.q ?? "";
  const query = useInfiniteQuery({ ...invitationsQuery(q), placeholderData: (last) => last });
  const invitations = query.data?.pages.flatMap((page) => page.invitations) ?? [];
  return (
    <section aria-label={t("invitation.open")}>
      <div className="border-b border-line px-4 pt-5 pb-3">
        <h2 className="mb-3 text-lg font-semibold">{t("invitation.open")}</h2>
        <SearchField
          label={t("administration.findInvitation")}
          value={q}
          onSearch={(text) => set({ q: text })}
        />
      </div>
      <PagedList
        query={query}
        count={invitations.length}
        empty={
          <Empty
            icon={MailCheck}
            title={t("administration.noInvitation")}
            text={q ? undefined : t("administration.noInvitationText")}
          />
        }
      >
        {invitations.map((invitation) => (
          <OpenInvitation key={invitation.id} invitation={invitation} />
        ))}
      </PagedList>
    </section>
  );
}

function OpenInvitation({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const me = useMe();
  const office = useOffice(invitation.officeId);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    await attempt(async () => {
      await call(invitationsApi.withdraw, { id: invitation.id });
      await lookAgainForInvitations();
      toast({ title: t("invitation.withdrawn") });
    });
    setBusy(false);
  };
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
          <span className="truncate">{invitation.email}</span>
          {invitation.name && <span className="font-normal text-soft">{invitation.name}</span>}
          {invitation.role === "admin" && <Badge tone="accent">{t("people.roles.admin")}</Badge>}
        </p>
        <p className="text-sm text-soft">
          {office?.city} · {t("administration.invitedBy", { name: invitation.invitedBy.name })} ·{" "}
          {t("invitation.validUntil", { date: localDate(me.zone, invitation.expiresAt, locale) })}
        </p>
      </div>
      {canInvite(me) && (
        <Button
          size="small"
          busy={busy}
          aria-label={`${t("invitation.revoke")}: ${invitation.email}`}
          onClick={() => setAsking(true)}
        >
          {t("invitation.revoke")}
        </Button>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("invitation.revokeTitle", { email: invitation.email })}
        text={t("invitation.revokeText")}
        action={t("invitation.revoke")}
        busy={busy}
        onConfirm={() => void withdraw().then(() => setAsking(false))}
      />
    </li>
  );
}
