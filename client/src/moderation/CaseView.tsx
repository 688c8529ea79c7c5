import type { Case } from "@meridian/shared/cases";
import { isPending } from "@meridian/shared/caseStates";
import { useQuery } from "@tanstack/react-query";
import { FileX } from "lucide-react";
import { useMe } from "../lib/access.ts";
import { CallError } from "../lib/callError.ts";
import { useChannels } from "../channels/queries.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { useTranslation } from "../lib/texts.ts";
import { useOffice } from "../offices/queries.ts";
import { Badge } from "../ui/Badge.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Link } from "../ui/Link.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { CaseActions } from "./CaseActions.tsx";
import { CaseBackground } from "./CaseBackground.tsx";
import { CaseNotes } from "./CaseNotes.tsx";
import { CaseReports } from "./CaseReports.tsx";
import { CaseStateBadge } from "./CaseStateBadge.tsx";
import { CaseText } from "./CaseText.tsx";
import { caseQuery } from "./queries.ts";

/** One case with everything that is needed to judge it. */
export function CaseView({ id }: { id: string }) {
  const { t } = useTranslation();
  const query = useQuery(caseQuery(id));
  if (query.data) return <Opened kase={query.data} />;
  if (query.isPending) return <Skeleton posts={3} />;
  if (query.error instanceof CallError && query.error.code === "not_found")
    return <Empty icon={FileX} title={t("app.notFound")} text={t("app.notFoundText")} />;
  return <QueryError query={query} alone />;
}

function Opened({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  return (
    <article aria-label={t("moderation.title")} data-case={kase.id} className="pb-8">
      <Head kase={kase} />
      <CaseText kase={kase} />
      <CaseActions kase={kase} />
      <CaseReports kase={kase} />
      <CaseNotes kase={kase} />
      <CaseBackground kase={kase} />
    </article>
  );
}

function Head({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const me = useMe();
  const office = useOffice(kase.author.officeId);
  const { channels } = useChannels();
  const places = channels.filter((channel) => kase.channelIds.includes(channel.id));
  const { author, claimedBy } = kase;
  const title =
    kase.target.kind === "profile"
      ? t("desk.profileOf", { name: author.name })
      : t(kase.post?.isReply ? "desk.replyOf" : "desk.postOf", { name: author.name });
  return (
    <header className="flex items-start gap-3 px-4 pt-4">
      <PersonAvatar person={author} />
      <div className="min-w-0 flex-1">
        <h2 className="text-lg leading-snug font-semibold">
          <Link to={`/people/${author.handle}`} className="hover:underline">
            {title}
          </Link>
        </h2>
        <p className="text-sm text-soft">
          {[`@${author.handle}`, office?.city, ...places.map((channel) => channel.name)]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="mt-1.5 flex flex-wrap gap-1.5" role="status">
          <CaseStateBadge state={kase.state} />
          {kase.content && kase.content !== "visible" && (
            <Badge tone="danger">{t(`desk.contents.${kase.content}`)}</Badge>
          )}
          {kase.raisedAt && <Badge tone="danger">{t("desk.tooLong")}</Badge>}
          {claimedBy && isPending(kase.state) && (
            <Badge tone="brass">
              {claimedBy.id === me.id ? t("desk.claimedByMe") : t("desk.claimedBy", { name: claimedBy.name })}
            </Badge>
          )}
        </p>
      </div>
    </header>
  );
}
