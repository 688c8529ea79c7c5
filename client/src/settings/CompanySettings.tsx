import type { Office } from "@meridian/shared/offices";
import { Pencil, Plus, Users } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Invitations } from "../invitations/Invitations.tsx";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { localTime } from "../lib/time.ts";
import { shownHours } from "../offices/hours.ts";
import { OfficeDialog } from "../offices/OfficeDialog.tsx";
import { westToEast } from "../offices/order.ts";
import { useOffices } from "../offices/queries.ts";
import { Button, buttonClasses } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Section } from "./Section.tsx";

/** What only admins see: invitations and offices. */
export function CompanySettings() {
  const { t } = useTranslation();
  const now = useNow();
  const offices = westToEast(useOffices(), now);
  const [editing, setEditing] = useState<Office>();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Section title={t("invitation.invite")}>
        <Invitations />
      </Section>
      <Section title={t("offices.title")}>
        <ul className="divide-y divide-line">
          {offices.map((office) => (
            <OfficeLine key={office.id} office={office} now={now} onEdit={() => setEditing(office)} />
          ))}
        </ul>
        <Button className="mt-4" icon={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t("offices.add")}
        </Button>
      </Section>
      <Section title={t("people.title")} text={t("settings.peopleText")}>
        <Link to="/people" className={buttonClasses()}>
          <Users size={16} aria-hidden />
          {t("people.directory")}
        </Link>
      </Section>
      {editing && <OfficeDialog open onOpenChange={() => setEditing(undefined)} office={editing} />}
      {adding && <OfficeDialog open onOpenChange={setAdding} />}
    </>
  );
}

function OfficeLine({ office, now, onEdit }: { office: Office; now: number; onEdit: () => void }) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <li className="flex items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <Link to={`/offices/${office.slug}`} className="text-sm font-semibold hover:underline">
          {office.city}
        </Link>
        <p className="truncate text-sm text-soft">
          {office.zone} · {t("offices.hours", shownHours(office.workingHours, locale))}
        </p>
      </div>
      <span className="font-display font-bold tabular-nums">{localTime(office.zone, now, locale)}</span>
      <IconButton
        label={t("offices.editOne", { city: office.city })}
        icon={<Pencil size={16} aria-hidden />}
        onClick={onEdit}
      />
    </li>
  );
}
