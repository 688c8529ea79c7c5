import { MessagesSquare } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";
import { Empty } from "../ui/Empty.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Feed } from "./Feed.tsx";

/** The threads that I follow, the last answered first. */
export function ThreadsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader
        title={t("streams.threads")}
        text={t("streams.threadsText")}
        icon={<MessagesSquare size={20} aria-hidden />}
      />
      <Feed
        stream={{ kind: "threads" }}
        empty={
          <Empty
            icon={MessagesSquare}
            title={t("streams.threadsEmpty")}
            text={t("streams.threadsEmptyText")}
          />
        }
      />
    </>
  );
}
