import type { Office } from "@meridian/shared/offices";
import { canRunCompany } from "@meridian/shared/people";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { localTime } from "../lib/time.ts";
import { shownHours } from "../offices/hours.ts";
import { OfficeDialog } from "../offices/OfficeDialog.tsx";
import { westToEast } from "../offices/order.ts";
import { useOffices } from "../offices/queries.ts";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Link } from "../ui/Link.tsx";

/** The offices from west to east, with their hours. */
export function OfficesSection() {
  const { t } = useTranslation();
  const me = useMe();
  const now = useNow();
  const offices = westToEast(useOffices(), now);
  const [editing, setEditing] = useState<Office>();
  const [adding, setAdding] = useState(false);
  return (
    <section aria-label={t("administration.offices")}>
      <ul>
        {offices.map((office) => (
          <OfficeLine
            key={office.id}
            office={office}
            now={now}
            onEdit={canRunCompany(me) ? () => setEditing(office) : undefined}
          />
        ))}
      </ul>
      {canRunCompany(me) && (
        <Button className="m-4" icon={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
          {t("offices.add")}
        </Button>
      )}
      {editing && <OfficeDialog open onOpenChange={() => setEditing(undefined)} office={editing} />}
      {adding && <OfficeDialog open onOpenChange={setAdding} />}
    </section>
  );
}

interface OfficeLineProps {
  office: Office;
  now: number;
  onEdit: (() => void) | undefined;
}

function OfficeLine({ office, now, onEdit }: OfficeLineProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line px-4 py-2">
      <div className="min-w-0 flex-1">
        <Link to={`/offices/${office.slug}`} className="font-semibold hover:underline">
          {office.city}
        </Link>
        <p className="text-sm text-soft">
          {office.zone} · {t("offices.hours", shownHours(office.workingHours, locale))}
        </p>
      </div>
      <span className="font-bold tabular-nums">{localTime(office.zone, now, locale)}</span>
      {onEdit && (
        <IconButton
          label={t("offices.editOne", { city: office.city })}
          icon={<Pencil size={16} aria-hidden />}
          onClick={onEdit}
          side="left"
        />
      )}
    </li>
  );
}
