import type { Person } from "@meridian/shared/people";
import { useState } from "react";
import { useTranslation } from "../lib/texts.ts";
import { useOffices } from "../offices/queries.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { setLeads } from "./commands.ts";

/** Which offices somebody leads: there they pin, announce and remove. */
export function LeadsDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const [leads, setChosen] = useState(person.leads);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const saved = await setLeads(person, leads);
    setBusy(false);
    if (saved) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t("people.leads", { name: person.name })}
      text={t("people.leadsText")}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{t("app.cancel")}</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            {t("app.save")}
          </Button>
        </>
      }
    >
      <div role="group" aria-label={t("offices.title")}>
        {offices.map((office) => (
          <Checkbox
            key={office.id}
            label={office.city}
            checked={leads.includes(office.id)}
            onChange={(checked) =>
              setChosen(checked ? [...leads, office.id] : leads.filter((id) => id !== office.id))
            }
          />
        ))}
      </div>
    </Dialog>
  );
}
