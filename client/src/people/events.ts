import type { PeopleEvents, Person } from "@meridian/shared/people";
import type { Handlers } from "../lib/handlers.ts";
import { currentMe, updateMe } from "../lib/access.ts";
import { patch, queryClient } from "../lib/cache.ts";
import { type PostList, replacePerson } from "../posts/list.ts";

type Presence = { offices: { officeId: string; online: string[] }[] };

export const peopleHandlers: Handlers<PeopleEvents> = {
  "person:changed": (person) => {
    patch<Person>({ queryKey: ["people"] }, (old) =>
      old.id === person.id && old.rev < person.rev ? person : old,
    );
    patch<PostList>({ queryKey: ["posts"] }, (list) => replacePerson(list, person));
    void queryClient.invalidateQueries({ queryKey: ["directory"] });
    if (currentMe()?.id === person.id) updateMe(person);
  },
  "me:changed": (change) => updateMe(change),
  "presence:changed": ({ officeId, online }) => {
    patch<Presence>({ queryKey: ["presence"] }, ({ offices }) => ({
      offices: [...offices.filter((office) => office.officeId !== officeId), { officeId, online }],
    }));
  },
};
