import { canRunCompany, canSuspend, type Person } from "@meridian/shared/people";
import { Ban, Ellipsis, Flag, MapPin, RotateCcw, ShieldCheck, ShieldOff } from "lucide-react";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { reporting } from "../moderation/reporting.ts";
import { IconButton } from "../ui/IconButton.tsx";
import { Menu } from "../ui/Menu.tsx";
import { MenuChoice, MenuLine } from "../ui/MenuChoice.tsx";
import { liftSuspension, setRole } from "./commands.ts";
import { LeadsDialog } from "./LeadsDialog.tsx";
import { SuspendDialog } from "./SuspendDialog.tsx";

/** Anybody reports a profile; what an admin can do about somebody. */
export function PersonMenu({ person }: { person: Person }) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState<"leads" | "suspend">();
  const { name } = person;
  const own = person.id === me.id;
  const admin = canRunCompany(me);
  if (!admin && own) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t("app.moreActions")} icon={<Ellipsis size={18} aria-hidden />} side="bottom" />
        }
      >
        {!own && (
          <MenuChoice
            icon={<Flag size={16} aria-hidden />}
            onPress={() => reporting.ask({ kind: "profile", id: person.id, name })}
          >
            {t("moderation.report")}
          </MenuChoice>
        )}
        {admin && !own && <MenuLine />}
        {admin && person.role === "staff" && (
          <MenuChoice
            icon={<ShieldCheck size={16} aria-hidden />}
            onPress={() => void setRole(person, "admin")}
          >
            {t("moderation.makeAdmin", { name })}
          </MenuChoice>
        )}
        {admin && person.role === "admin" && !own && (
          <MenuChoice
            icon={<ShieldOff size={16} aria-hidden />}
            onPress={() => void setRole(person, "staff")}
          >
            {t("moderation.makeStaff", { name })}
          </MenuChoice>
        )}
        {admin && (
          <MenuChoice icon={<MapPin size={16} aria-hidden />} onPress={() => setOpen("leads")}>
            {t("people.leads", { name })}
          </MenuChoice>
        )}
        {canSuspend(me, person) && <MenuLine />}
        {admin && person.suspended ? (
          <MenuChoice icon={<RotateCcw size={16} aria-hidden />} onPress={() => void liftSuspension(person)}>
            {t("moderation.liftSuspension", { name })}
          </MenuChoice>
        ) : (
          canSuspend(me, person) && (
            <MenuChoice danger icon={<Ban size={16} aria-hidden />} onPress={() => setOpen("suspend")}>
              {t("moderation.suspend", { name })}
            </MenuChoice>
          )
        )}
      </Menu>
      {open === "leads" && <LeadsDialog person={person} onClose={close} />}
      {open === "suspend" && <SuspendDialog person={person} open onClose={close} />}
    </>
  );
}
