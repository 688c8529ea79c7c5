import { invitationsApi } from "@meridian/shared/invitations";
import type { Role } from "@meridian/shared/people";
import { Copy } from "lucide-react";
import { useState } from "react";
import { call } from "../lib/call.ts";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { useOffices } from "../offices/queries.ts";
import { Refusal } from "../ui/Refusal.tsx";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { TextField } from "../ui/TextField.tsx";
import { copyText } from "../ui/copyText.ts";
import { lookAgainForInvitations } from "./queries.ts";

/** Makes a link for one person. It is shown this once: the server keeps only its hash. */
export function InviteForm() {
  const { t } = useTranslation();
  const me = useMe();
  const offices = useOffices();
  const [email, setEmail] = useState("");
  const [officeId, setOfficeId] = useState(me.officeId);
  const [role, setRole] = useState<Role>("staff");
  const [made, setMade] = useState<{ email: string; link: string }>();
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const { link } = await call(invitationsApi.create, { email, officeId, role });
      setMade({ email: email.trim(), link });
      setEmail("");
      void lookAgainForInvitations();
    },
    (): Record<string, string> => (email.trim() === "" ? { email: t("errors.required") } : {}),
  );
  return (
    <>
      <p className="mb-3 text-sm text-soft">{t("invitation.inviteText", { days: 7 })}</p>
      <form ref={form} onSubmit={onSubmit} noValidate className="grid items-start gap-3 sm:grid-cols-2">
        <TextField
          label={t("invitation.email")}
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={errors["email"]}
          className="sm:col-span-2"
        />
        <SelectField
          label={t("invitation.office")}
          choices={offices.map(({ id, city }) => ({ value: id, label: city }))}
          value={officeId}
          onChange={setOfficeId}
          error={errors["officeId"]}
        />
        <SelectField
          label={t("invitation.role")}
          choices={(["staff", "admin"] as const).map((one) => ({
            value: one,
            label: t(`people.roles.${one}`),
          }))}
          value={role}
          onChange={setRole}
        />
        <div className="space-y-3 sm:col-span-2">
          <Refusal error={refused} />
          <Button type="submit" variant="primary" busy={busy}>
            {t("invitation.create")}
          </Button>
        </div>
      </form>
      <div role="status">{made && <MadeLink {...made} />}</div>
    </>
  );
}

function MadeLink({ email, link }: { email: string; link: string }) {
  const { t } = useTranslation();
  return (
    <div className="mt-4 rounded-lg border border-line bg-brass-wash p-3">
      <div className="flex items-end gap-2">
        <TextField
          label={t("invitation.linkFor", { email })}
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          className="min-w-0 flex-1"
        />
        <Button
          icon={<Copy size={16} aria-hidden />}
          onClick={() => void copyText(link, t("invitation.copied"))}
          className="min-h-10"
        >
          {t("app.copy")}
        </Button>
      </div>
      <p className="mt-2 text-sm text-soft">{t("invitation.once")}</p>
    </div>
  );
}
