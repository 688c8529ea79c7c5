import type { Account } from "@meridian/shared/accounts";
import { peopleApi, roles } from "@meridian/shared/people";
import { useId, useState } from "react";
import { useMe } from "../lib/access.ts";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { useOffices } from "../offices/queries.ts";
import { showPerson } from "../people/commands.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { toast } from "../ui/Toast.tsx";

/** Where somebody works, what they are, and which offices they lead. */
export function AccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const formId = useId();
  const offices = useOffices();
  const [draft, setDraft] = useState({
    officeId: account.officeId,
    role: account.role,
    leads: account.leads,
  });
  const own = account.id === me.id;
  const { form, onSubmit, busy, errors, refused } = useSubmit(async () => {
    showPerson(await call(peopleApi.edit, { id: account.id, ...draft }));
    toast({ title: t("settings.saved") });
    onClose();
  });
  const lead = (id: string, leads: boolean) =>
    setDraft({ ...draft, leads: leads ? [...draft.leads, id] : draft.leads.filter((one) => one !== id) });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("administration.changeOf", { name: account.name })}
      footer={
        <>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" busy={busy}>
            {t("app.save")}
          </Button>
        </>
      }
    >
      <form id={formId} ref={form} onSubmit={onSubmit} noValidate className="space-y-4">
        <SelectField
          label={t("people.office")}
          choices={offices.map(({ id, city }) => ({ value: id, label: city }))}
          value={draft.officeId}
          onChange={(officeId) => setDraft({ ...draft, officeId })}
          error={errors["officeId"]}
        />
        <SelectField
          label={t("people.role")}
          hint={own ? t("administration.ownRole") : undefined}
          disabled={own}
          choices={roles.map((role) => ({ value: role, label: t(`people.roles.${role}`) }))}
          value={draft.role}
          onChange={(role) => setDraft({ ...draft, role })}
        />
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">{t("administration.leads")}</legend>
          <div className="grid sm:grid-cols-2">
            {offices.map(({ id, city }) => (
              <Checkbox
                key={id}
                label={city}
                checked={draft.leads.includes(id)}
                onChange={(checked) => lead(id, checked)}
              />
            ))}
          </div>
        </fieldset>
        <Refusal error={refused} />
      </form>
    </Dialog>
  );
}
