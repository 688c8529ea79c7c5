import { invitationsApi } from "@meridian/shared/invitations";
import { useQuery } from "@tanstack/react-query";
import { MailX } from "lucide-react";
import { forgetDrafts, useKeptDraft } from "../company/useKeptDraft.ts";
import { signedIn } from "../lib/access.ts";
import { call, CallError } from "../lib/call.ts";
import { go } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { checkNewcomer } from "../people/checkNewcomer.ts";
import { NameFields, type Newcomer } from "../people/NameFields.tsx";
import { Link } from "../ui/Link.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { useSubmit } from "../lib/useSubmit.ts";
import { Entrance } from "../session/Entrance.tsx";
import { useHashToken } from "../session/useHashToken.ts";
import { Button, buttonClasses } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { openInvitationQuery } from "./queries.ts";

/** Where an invitation's link leads. */
export function Acceptance() {
  const { t } = useTranslation();
  const token = useHashToken("meridian-invitation");
  const query = useQuery({ ...openInvitationQuery(token), enabled: token !== "" });
  const invitation = query.data;
  if (invitation) {
    const { companyName, city, email, name } = invitation;
    return (
      <Entrance
        title={t("invitation.title", { company: companyName })}
        text={t("invitation.text", { office: city })}
      >
        <Joining token={token} email={email} name={name} />
      </Entrance>
    );
  }
  const gone = token === "" || (query.error instanceof CallError && !query.error.passing);
  return (
    <Entrance title={t("app.name")} text={t("signIn.welcome")}>
      {gone ? (
        <Empty
          icon={MailX}
          title={t("invitation.gone")}
          text={t("invitation.expired")}
          action={
            <Link to="/" className={buttonClasses()}>
              {t("signIn.title")}
            </Link>
          }
        />
      ) : query.isError ? (
        <QueryError query={query} />
      ) : (
        <Spinner label={t("app.loading")} size={24} />
      )}
    </Entrance>
  );
}

const nobody: Newcomer = { name: "", handle: "", password: "" };
const withoutPassword = (draft: Newcomer): Newcomer => ({ ...draft, password: "" });

function Joining({ token, email, name }: { token: string; email: string; name: string }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useKeptDraft("meridian-newcomer", { ...nobody, name }, withoutPassword);
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const answer = await call(invitationsApi.accept, { token, ...draft });
      forgetDrafts("meridian-invitation", "meridian-newcomer");
      signedIn(answer);
      await go("/");
    },
    () => checkNewcomer(draft),
  );
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="space-y-4 pb-6">
      <p className="text-sm font-semibold">{t("settings.emailIs", { email })}</p>
      {/* so that a password manager keeps the password with the right name */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <NameFields value={draft} onChange={setDraft} errors={errors} />
      {refused?.code === "not_found" ? (
        <ErrorNote message={t("invitation.expired")} />
      ) : (
        <Refusal error={refused} />
      )}
      <Button type="submit" variant="primary" busy={busy} className="w-full">
        {t("invitation.accept")}
      </Button>
    </form>
  );
}
