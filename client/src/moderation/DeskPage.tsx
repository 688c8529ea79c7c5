import type { CaseRow } from "@meridian/shared/cases";
import { canSeeDesk } from "@meridian/shared/people";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ChartNoAxesColumn, Inbox } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { NotFound } from "../app/NotFound.tsx";
import { useMe } from "../lib/access.ts";
import { useKeys } from "../lib/keys.ts";
import { go, useLocation, useParams } from "../lib/navigation.ts";
import { useTranslation } from "../lib/texts.ts";
import { classes } from "../ui/classes.ts";
import { Empty } from "../ui/Empty.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { PagedList } from "../ui/PagedList.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { CaseLine } from "./CaseLine.tsx";
import { CaseView } from "./CaseView.tsx";
import { DeskFilters } from "./DeskFilters.tsx";
import { FiguresDialog } from "./FiguresDialog.tsx";
import { casesQuery, useCaseCounts } from "./queries.ts";
import { RotaLines } from "./RotaLines.tsx";
import { useDeskFilters } from "./useDeskFilters.ts";

/** The moderation desk: the cases and the chosen one side by side; on a phone one after the other. */
export function DeskPage() {
  const me = useMe();
  return canSeeDesk(me) ? <Desk /> : <NotFound />;
}

const pane =
  "desk:sticky desk:top-[calc(var(--strip)+var(--page-header))] desk:h-[calc(100dvh-var(--strip)-var(--page-header))] desk:overflow-y-auto desk:overscroll-contain";

function Desk() {
  const { t } = useTranslation();
  const id = useParams()["id"];
  const { filters, query: asked, filtered } = useDeskFilters();
  const query = useInfiniteQuery({ ...casesQuery(asked), placeholderData: (last) => last });
  const cases = query.data?.pages.flatMap((page) => page.cases) ?? [];
  const raised = useCaseCounts()?.raised ?? 0;
  const [figures, setFigures] = useState(false);
  const back = useWalk(cases, id);
  return (
    <>
      <PageHeader
        title={t("moderation.title")}
        section={cases.find((kase) => kase.id === id)?.author.name}
        text={raised > 0 ? t("desk.raised", { count: raised }) : undefined}
        onBack={id ? back : undefined}
        actions={
          <IconButton
            label={t("desk.figures")}
            icon={<ChartNoAxesColumn size={18} aria-hidden />}
            side="bottom"
            onClick={() => setFigures(true)}
          />
        }
      />
      <div className="desk:grid desk:grid-cols-[minmax(18rem,23rem)_minmax(0,1fr)]">
        <div className={classes(pane, "desk:border-r desk:border-line", id && "hidden desk:block")}>
          <DeskFilters filters={filters} />
          <RotaLines />
          <PagedList
            query={query}
            count={cases.length}
            empty={
              <Empty
                icon={Inbox}
                title={t(filtered ? "desk.noneFound" : "desk.none")}
                text={filtered ? undefined : t("desk.noneText")}
              />
            }
          >
            {cases.map((kase) => (
              <CaseLine key={kase.id} kase={kase} chosen={kase.id === id} />
            ))}
          </PagedList>
        </div>
        <div className={classes(pane, !id && "hidden desk:block")}>
          {id ? (
            <CaseView key={id} id={id} />
          ) : (
            <Empty icon={Inbox} title={t("desk.choose")} text={t("desk.chooseText")} />
          )}
        </div>
      </div>
      <FiguresDialog open={figures} onOpenChange={setFigures} />
    </>
  );
}

/** j and k walk through the list, from where one was, though the case that one was at may have left it. */
function useWalk(cases: CaseRow[], id: string | undefined): () => void {
  const { search } = useLocation();
  const place = useRef(-1);
  const at = cases.findIndex((kase) => kase.id === id);
  useEffect(() => {
    if (at >= 0) place.current = at;
  }, [at]);
  const open = (index: number) => {
    const next = cases[Math.max(0, Math.min(index, cases.length - 1))];
    if (next && next.id !== id)
      void go({ pathname: `/moderation/${next.id}`, search }, { replace: Boolean(id) });
  };
  useKeys({
    j: () => open(at >= 0 ? at + 1 : Math.max(0, place.current)),
    k: () => open(at >= 0 ? at - 1 : place.current - 1),
  });
  return () => void go({ pathname: "/moderation", search });
}
