import type { PeopleEvents, Person } from "@meridian/shared/people";
import type { Handlers } from "../lib/handlers.ts";
import { currentMe, updateMe } from "../lib/access.ts";
import { patch, queryClient } from "../lib/cache.ts";
import { type PostList, replacePerson } from "../posts/list.ts";

/** What was somebody's is somebody else's now: their pages are read again, and by whom it came to, everything. */
function lookAgain(into: string): void {
  if (currentMe()?.id === into) return void queryClient.invalidateQueries();
  void queryClient.invalidateQueries({ queryKey: ["people"] });
  void queryClient.invalidateQueries({ queryKey: ["posts", "person"] });
}

type Presence = { offices: { officeId: string; online: string[] }[] };

export const peopleHandlers: Handlers<PeopleEvents> = {
  "person:changed": (person) => {
    patch<Person>({ queryKey: ["people"] }, (old) =>
      old.id === person.id && old.rev < person.rev ? person : old,
    );
    patch<PostList>({ queryKey: ["posts"] }, (list) => replacePerson(list, person));
    void queryClient.invalidateQueries({ queryKey: ["directory"] });
    if (currentMe()?.id === person.id) updateMe(person);
    if (person.merged) lookAgain(person.merged.into.id);
  },
  "me:changed": (change) => updateMe(change),
  "presence:changed": ({ officeId, online }) => {
    patch<Presence>({ queryKey: ["presence"] }, ({ offices }) => ({
      offices: [...offices.filter((office) => office.officeId !== officeId), { officeId, online }],
    }));
  },
};
