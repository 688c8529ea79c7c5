import { companyApi } from "@meridian/shared/company";
import { canRunCompany } from "@meridian/shared/people";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { companyHandlers } from "../company/events.ts";
import { companyQuery } from "../company/queries.ts";
import { useMe } from "../lib/access.ts";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Section } from "../settings/Section.tsx";
import { Button } from "../ui/Button.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { TextField } from "../ui/TextField.tsx";
import { toast } from "../ui/Toast.tsx";

/** What concerns the company as a whole. */
export function CompanySection() {
  const { t } = useTranslation();
  const company = useQuery(companyQuery).data;
  return (
    <Section title={t("administration.company")}>
      {company && <NameForm key={company.name} known={company.name} />}
    </Section>
  );
}

function NameForm({ known }: { known: string }) {
  const { t } = useTranslation();
  const [name, setName] = useState(known);
  const mayEdit = canRunCompany(useMe());
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      companyHandlers["company:changed"](await call(companyApi.edit, { name }));
      toast({ title: t("settings.saved") });
    },
    (): Record<string, string> => (name.trim() === "" ? { name: t("errors.required") } : {}),
  );
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="max-w-md space-y-4">
      <TextField
        label={t("administration.companyName")}
        hint={t("administration.companyText")}
        name="company"
        autoComplete="organization"
        maxLength={80}
        readOnly={!mayEdit}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={errors["name"]}
      />
      <Refusal error={refused} />
      {mayEdit && (
        <Button type="submit" variant="primary" busy={busy}>
          {t("app.save")}
        </Button>
      )}
    </form>
  );
}
