import { Hash } from "lucide-react";
import { useParams } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { Empty } from "../ui/Empty.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { Feed } from "./Feed.tsx";

/** Posts and replies with one hashtag. */
export function HashtagPage() {
  const { t } = useTranslation();
  const tag = useParams()["tag"]!.toLowerCase();
  return (
    <>
      <PageHeader title={t("streams.hashtag", { tag })} />
      <Feed
        key={tag}
        stream={{ kind: "hashtag", id: tag }}
        empty={<Empty icon={Hash} title={t("streams.hashtagEmpty", { tag })} />}
      />
    </>
  );
}
