import { type Invitation, invitationsApi } from "@meridian/shared/invitations";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { useLocale } from "../lib/language.ts";
import { useMe } from "../lib/access.ts";
import { localDate } from "../lib/time.ts";
import { useOffice } from "../offices/queries.ts";
import { attempt } from "../lib/attempt.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { toast } from "../ui/Toast.tsx";
import { InviteForm } from "./InviteForm.tsx";
import { invitationsQuery } from "./queries.ts";

/** For admins: invite someone, see who has not come yet, withdraw. */
export function Invitations() {
  const { t } = useTranslation();
  const query = useQuery(invitationsQuery);
  const invitations = query.data?.invitations ?? [];
  return (
    <>
      <InviteForm />
      <h3 className="mt-6 mb-1 text-sm font-semibold">{t("invitation.open")}</h3>
      {query.isPending ? (
        <Spinner label={t("app.loading")} />
      ) : query.isError ? (
        <ErrorNote
          message={t("errors.unavailable")}
          onRetry={() => void query.refetch()}
          busy={query.isFetching}
        />
      ) : invitations.length === 0 ? (
        <p className="text-sm text-soft">{t("invitation.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {invitations.map((invitation) => (
            <OpenInvitation key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </>
  );
}

function OpenInvitation({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { zone } = useMe();
  const office = useOffice(invitation.officeId);
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    await attempt(async () => {
      await call(invitationsApi.withdraw, { id: invitation.id });
      await queryClient.invalidateQueries(invitationsQuery);
      toast({ title: t("invitation.withdrawn") });
    });
    setBusy(false);
  };
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
          <span className="truncate">{invitation.email}</span>
          {invitation.role === "admin" && <Badge tone="accent">{t("people.roles.admin")}</Badge>}
        </p>
        <p className="text-sm text-soft">
          {office?.city} ·{" "}
          {t("invitation.validUntil", { date: localDate(zone, invitation.expiresAt, locale) })}
        </p>
      </div>
      <Button
        size="small"
        busy={busy}
        aria-label={`${t("invitation.revoke")}: ${invitation.email}`}
        onClick={() => void withdraw()}
      >
        {t("invitation.revoke")}
      </Button>
    </li>
  );
}
