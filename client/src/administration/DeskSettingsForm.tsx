import { deskApi, type DeskSettings } from "@meridian/shared/desk";
import { canRunCompany } from "@meridian/shared/people";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { useSubmit } from "../lib/useSubmit.ts";
import { Section } from "../settings/Section.tsx";
import { Button } from "../ui/Button.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Refusal } from "../ui/Refusal.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { TextField } from "../ui/TextField.tsx";
import { toast } from "../ui/Toast.tsx";

const settingsQuery = queryOptions({
  queryKey: ["deskSettings"],
  queryFn: ({ signal }) => call(deskApi.settings, {}, { signal }),
  // no event tells of them
  staleTime: 0,
});

/** First links of new people, and how long a case may wait. */
export function DeskSettingsForm() {
  const { t } = useTranslation();
  const query = useQuery(settingsQuery);
  return (
    <Section title={t("rules.newcomers")} text={t("rules.newcomersText")}>
      {query.data ? (
        <Form key={JSON.stringify(query.data)} known={query.data} />
      ) : query.isError ? (
        <QueryError query={query} />
      ) : (
        <Spinner label={t("app.loading")} />
      )}
    </Section>
  );
}

function Form({ known }: { known: DeskSettings }) {
  const { t } = useTranslation();
  const mayEdit = canRunCompany(useMe());
  const [draft, setDraft] = useState({
    newcomerLinks: known.newcomerLinks,
    newcomerDays: String(known.newcomerDays),
    raiseAfterHours: String(known.raiseAfterHours),
  });
  const { form, onSubmit, busy, errors, refused } = useSubmit(async () => {
    queryClient.setQueryData(settingsQuery.queryKey, await call(deskApi.editSettings, draft));
    toast({ title: t("settings.saved") });
  });
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid max-w-xl gap-4">
      <SelectField
        label={t("rules.newcomers")}
        labelHidden
        disabled={!mayEdit}
        choices={(["off", "flag", "hold"] as const).map((choice) => ({
          value: choice,
          label: t(`rules.newcomerChoices.${choice}`),
        }))}
        value={draft.newcomerLinks}
        onChange={(newcomerLinks) => setDraft({ ...draft, newcomerLinks })}
      />
      <TextField
        label={t("rules.newcomerDays")}
        type="number"
        min={1}
        max={365}
        readOnly={!mayEdit}
        value={draft.newcomerDays}
        onChange={(event) => setDraft({ ...draft, newcomerDays: event.target.value })}
        error={errors["newcomerDays"]}
        className="max-w-64"
      />
      <TextField
        label={t("rules.raiseAfter")}
        type="number"
        min={1}
        max={200}
        readOnly={!mayEdit}
        value={draft.raiseAfterHours}
        onChange={(event) => setDraft({ ...draft, raiseAfterHours: event.target.value })}
        error={errors["raiseAfterHours"]}
        className="max-w-64"
      />
      <Refusal error={refused} />
      {mayEdit && (
        <Button type="submit" variant="primary" busy={busy} className="justify-self-start">
          {t("app.save")}
        </Button>
      )}
    </form>
  );
}
