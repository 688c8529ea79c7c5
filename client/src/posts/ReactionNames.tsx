import { useQueries } from "@tanstack/react-query";
import { useMe } from "../lib/access.ts";
import { useTranslation } from "../lib/texts.ts";
import { personQuery } from "../people/queries.ts";

/** "You, Ana and 3 others reacted with 👍": fetched when it is looked at. */
export function ReactionNames({ emoji, personIds }: { emoji: string; personIds: string[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const mine = personIds.includes(me.id);
  const shown = personIds.filter((id) => id !== me.id).slice(0, mine ? 4 : 5);
  const people = useQueries({ queries: shown.map(personQuery) });
  const names = [
    ...(mine ? [t("reactions.you")] : []),
    ...people.flatMap((one) => one.data?.name ?? []),
  ].join(", ");
  const more = personIds.length - shown.length - (mine ? 1 : 0);
  return t("reactions.by", {
    emoji,
    names: more > 0 ? t("reactions.andOthers", { names, count: more }) : names,
  });
}
