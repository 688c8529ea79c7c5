import { canEditScreens, type Screen, screeningApi } from "@meridian/shared/screening";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Filter, Plus } from "lucide-react";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Section } from "../settings/Section.tsx";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { DeskSettingsForm } from "./DeskSettingsForm.tsx";
import { ScreenDialog } from "./ScreenDialog.tsx";
import { ScreenLine } from "./ScreenLine.tsx";

const screensQuery = queryOptions({
  queryKey: ["screens"],
  queryFn: ({ signal }) => call(screeningApi.list, {}, { signal }),
  // no event tells of them
  staleTime: 0,
});

/** What is looked for in every post, and what happens with the first links of new people. */
export function ScreeningSection() {
  const { t } = useTranslation();
  const mayEdit = canEditScreens(useMe());
  const query = useQuery(screensQuery);
  const screens = query.data?.screens ?? [];
  const [editing, setEditing] = useState<Screen | "new">();
  return (
    <>
      <Section title={t("rules.screens")} text={t("rules.screensText")}>
        {query.isPending ? (
          <Skeleton posts={2} />
        ) : query.isError ? (
          <QueryError query={query} />
        ) : screens.length === 0 ? (
          <Empty icon={Filter} title={t("rules.noScreens")} text={t("rules.noScreensText")} />
        ) : (
          <ul className="border-t border-line">
            {screens.map((screen) => (
              <ScreenLine
                key={screen.id}
                screen={screen}
                onEdit={mayEdit ? () => setEditing(screen) : undefined}
              />
            ))}
          </ul>
        )}
        {mayEdit && (
          <Button className="mt-4" icon={<Plus size={16} aria-hidden />} onClick={() => setEditing("new")}>
            {t("rules.newScreen")}
          </Button>
        )}
      </Section>
      <DeskSettingsForm />
      {editing && (
        <ScreenDialog
          {...(editing === "new" ? {} : { screen: editing })}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
