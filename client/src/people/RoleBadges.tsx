import type { Person } from "@meridian/shared/people";
import { useTranslation } from "../lib/texts.ts";
import { useOffices } from "../offices/queries.ts";
import { Badge } from "../ui/Badge.tsx";

/** Admin, lead of which offices, suspended. */
export function RoleBadges({ person }: { person: Pick<Person, "role" | "leads" | "suspended"> }) {
  const { t } = useTranslation();
  const led = useOffices().filter((office) => person.leads.includes(office.id));
  return (
    <>
      {person.suspended && <Badge tone="danger">{t("people.suspended")}</Badge>}
      {person.role !== "staff" && <Badge tone="accent">{t(`people.roles.${person.role}`)}</Badge>}
      {led.map((office) => (
        <Badge key={office.id} tone="brass">
          {t("people.leadOf", { office: office.city })}
        </Badge>
      ))}
    </>
  );
}
