import { House } from "lucide-react";
import { useLocation } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { buttonClasses } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Link } from "../ui/Link.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { PostComposer } from "./Composer.tsx";
import { Feed } from "./Feed.tsx";
import { HomeAside } from "./HomeAside.tsx";
import { Outgoing } from "./Outgoing.tsx";
import { useHomeStop } from "./useHomeStop.ts";

/** What was posted in the channels that I follow. */
export function HomePage() {
  const { t } = useTranslation();
  const { state } = useLocation() as { state: { compose?: boolean } | null };
  const { stoppedAt, onSeen } = useHomeStop();
  const browse = (
    <Link to="/channels" className={buttonClasses("primary")}>
      {t("channels.browse")}
    </Link>
  );
  return (
    <>
      <PageHeader title={t("streams.home")} text={t("streams.homeText")} />
      <HomeAside />
      <Feed
        stream={{ kind: "home" }}
        stoppedAt={stoppedAt}
        onSeen={onSeen}
        top={
          <>
            <PostComposer {...(state?.compose && { autoFocus: true })} />
            <Outgoing belongs={(post) => post.threadId === null} />
          </>
        }
        empty={
          <Empty
            icon={House}
            title={t("streams.homeEmpty")}
            text={t("streams.homeEmptyText")}
            action={browse}
          />
        }
      />
    </>
  );
}
