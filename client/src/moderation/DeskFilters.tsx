import { SlidersHorizontal } from "lucide-react";
import { useChannels } from "../channels/queries.ts";
import { useTranslation } from "../lib/texts.ts";
import { useOffices } from "../offices/queries.ts";
import { SelectField } from "../ui/SelectField.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { useCaseCounts } from "./queries.ts";
import { ages, type DeskFilter, lists } from "./useDeskFilters.ts";

const all = "all";

/** Which cases are shown, and how many there are of each. */
export function DeskFilters({ filters }: { filters: DeskFilter }) {
  const { t } = useTranslation();
  const counts = useCaseCounts();
  const offices = useOffices();
  const { channels } = useChannels();
  const { list, age, officeId, channelId, set } = filters;
  const countOf = (one: (typeof lists)[number]) => {
    if (!counts || one === "all") return undefined;
    return one === "pending" ? counts.open + counts.claimed : counts[one];
  };
  const narrowed = [age, officeId, channelId].filter(Boolean).length;
  return (
    <>
      <Tabs
        label={t("moderation.title")}
        tabs={lists.map((one) => ({ value: one, label: t(`desk.lists.${one}`), count: countOf(one) }))}
        value={list}
        onChange={(one) => set({ list: one === "pending" ? "" : one })}
      >
        <details className="border-b border-line" open={narrowed > 0}>
          <summary className="flex min-h-9 items-center gap-2 px-4 text-sm font-semibold text-soft hover:text-ink">
            <SlidersHorizontal size={15} aria-hidden />
            {t("desk.filters")}
          </summary>
          <div className="grid gap-3 px-4 pt-1 pb-4">
            <SelectField
              label={t("people.office")}
              choices={[
                { value: all, label: t("people.allOffices") },
                ...offices.map(({ id, city }) => ({ value: id, label: city })),
              ]}
              value={officeId ?? all}
              onChange={(id) => set({ officeId: id === all ? "" : id })}
            />
            <SelectField
              label={t("desk.channel")}
              choices={[
                { value: all, label: t("desk.anyChannel") },
                ...channels.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={channelId ?? all}
              onChange={(id) => set({ channelId: id === all ? "" : id })}
            />
            <SelectField
              label={t("desk.age")}
              choices={[
                { value: all, label: t("desk.anyAge") },
                ...ages.map((one) => ({ value: one, label: t(`desk.ages.${one}`) })),
              ]}
              value={age ?? all}
              onChange={(one) => set({ age: one === all ? "" : one })}
            />
          </div>
        </details>
      </Tabs>
    </>
  );
}
