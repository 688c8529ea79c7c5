import { isHandle, type Me, peopleApi } from "@meridian/shared/people";
import { isZone } from "@meridian/shared/time";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { browserZone } from "../lib/time.ts";
import { useOffices } from "../offices/queries.ts";
import { ZoneField } from "../offices/ZoneField.tsx";
import { showPerson } from "../people/commands.ts";
import { Refusal } from "../ui/Refusal.tsx";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";
import { SelectField } from "../ui/SelectField.tsx";
import { Switch } from "../ui/Switch.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { TextField } from "../ui/TextField.tsx";
import { toast } from "../ui/Toast.tsx";

const draftOf = (me: Me) => ({
  name: me.name,
  handle: me.handle,
  officeId: me.officeId,
  ownZone: me.ownZone,
  zone: me.ownZone ? me.zone : browserZone(),
  job: me.job,
  skills: me.skills.join(", "),
  about: me.about,
});

const skillsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(",")
      .map((skill) => skill.trim())
      .filter(Boolean),
  ),
];

/** What others see of me. Nothing is changed under my hands: the form is filled when it is opened. */
export function ProfileForm() {
  const { t } = useTranslation();
  const me = useMe();
  const offices = useOffices();
  const [draft, setDraft] = useState(() => draftOf(me));
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const office = offices.find((one) => one.id === draft.officeId);
  const { form, onSubmit, busy, errors, refused } = useSubmit(
    async () => {
      const { ownZone, zone, skills, ...rest } = draft;
      showPerson(
        await call(peopleApi.edit, {
          id: me.id,
          ...rest,
          zone: ownZone ? zone : null,
          skills: skillsOf(skills),
        }),
      );
      toast({ title: t("people.saved") });
    },
    () => ({
      ...(draft.name.trim() === "" && { name: t("errors.required") }),
      ...(!isHandle(draft.handle) && {
        handle: t(draft.handle ? "errors.letters" : "errors.required"),
      }),
      ...(draft.ownZone && !isZone(draft.zone) && { zone: t("errors.zone") }),
    }),
  );
  const skillsError = Object.entries(errors).find(([field]) => field.startsWith("skills"))?.[1];
  return (
    <form ref={form} onSubmit={onSubmit} noValidate className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t("people.name")}
        autoComplete="name"
        maxLength={80}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        error={errors["name"]}
      />
      <TextField
        label={t("people.handle")}
        hint={t("invitation.handleHint", { handle: draft.handle || "…" })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        value={draft.handle}
        onChange={(event) => change({ handle: event.target.value.toLowerCase() })}
        error={errors["handle"]}
      />
      <TextField
        label={t("people.job")}
        autoComplete="organization-title"
        maxLength={100}
        value={draft.job}
        onChange={(event) => change({ job: event.target.value })}
        error={errors["job"]}
      />
      <SelectField
        label={t("people.office")}
        choices={offices.map(({ id, city }) => ({ value: id, label: city }))}
        value={draft.officeId}
        onChange={(officeId) => change({ officeId })}
        error={errors["officeId"]}
      />
      <div className="space-y-2 sm:col-span-2">
        <Switch
          label={t("people.ownZone")}
          text={draft.ownZone ? undefined : t("people.zoneOfOffice", { zone: office?.zone ?? "" })}
          checked={draft.ownZone}
          onChange={(ownZone) => change({ ownZone })}
        />
        {draft.ownZone && (
          <ZoneField
            label={t("people.zone")}
            value={draft.zone}
            onChange={(zone) => change({ zone })}
            error={errors["zone"]}
          />
        )}
      </div>
      <TextField
        label={t("people.skills")}
        hint={t("people.skillsHint")}
        autoComplete="off"
        maxLength={1_260}
        value={draft.skills}
        onChange={(event) => change({ skills: event.target.value })}
        error={skillsError}
        className="sm:col-span-2"
      />
      <TextArea
        label={t("people.about")}
        maxLength={1_000}
        value={draft.about}
        onChange={(event) => change({ about: event.target.value })}
        error={errors["about"]}
        className="sm:col-span-2"
      />
      <div className="space-y-3 sm:col-span-2">
        <Refusal error={refused} />
        <Button type="submit" variant="primary" busy={busy}>
          {t("app.save")}
        </Button>
      </div>
    </form>
  );
}
