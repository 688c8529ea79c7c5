import { type Person, peopleApi } from "@meridian/shared/people";
import { call } from "../lib/call.ts";
import { attempt } from "../lib/attempt.ts";
import { t } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";
import { peopleHandlers } from "./events.ts";

/** An answer to a command comes in by the door of the events. */
export const showPerson = (person: Person) => peopleHandlers["person:changed"](person);

export const setRole = (person: Person, role: Person["role"]) =>
  attempt(async () => {
    showPerson(await call(peopleApi.edit, { id: person.id, role }));
    const undo = () => void setRole(person, person.role);
    toast({
      title: t(role === "admin" ? "toast.madeAdmin" : "toast.madeStaff", { name: person.name }),
      action: { label: t("app.undo"), onPress: undo },
    });
  });

export const setLeads = (person: Person, leads: string[]) =>
  attempt(async () => {
    showPerson(await call(peopleApi.edit, { id: person.id, leads }));
    toast({ title: t("settings.saved") });
  });

export const liftSuspension = (person: Person) =>
  attempt(async () => {
    showPerson(await call(peopleApi.unsuspend, { id: person.id }));
    toast({ title: t("toast.suspensionLifted", { name: person.name }) });
  });
