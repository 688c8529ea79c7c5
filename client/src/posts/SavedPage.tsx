import { Bookmark } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { Empty } from "../ui/Empty.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Feed } from "./Feed.tsx";

/** What I saved for later, the last saved first. */
export function SavedPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t("streams.saved")} icon={<Bookmark size={20} aria-hidden />} />
      <Feed
        stream={{ kind: "saved" }}
        empty={<Empty icon={Bookmark} title={t("streams.savedEmpty")} text={t("streams.savedEmptyText")} />}
      />
    </>
  );
}
