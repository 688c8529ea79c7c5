import { auditActions, type AuditQuery, auditApi } from "@meridian/shared/audit";
import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { Download, ScrollText } from "lucide-react";
import { useState } from "react";
import { attempt } from "../lib/attempt.ts";
import { call, download } from "../lib/call.ts";
import { saveFile } from "../lib/saveFile.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { PagedList } from "../ui/PagedList.tsx";
import { AuditFilters } from "./AuditFilters.tsx";
import { AuditLine } from "./AuditLine.tsx";
import { useAuditFilters } from "./useAuditFilters.ts";

const auditQuery = (filters: AuditQuery) =>
  infiniteQueryOptions({
    queryKey: ["audit", filters],
    queryFn: ({ pageParam, signal }) =>
      call(auditApi.list, { ...filters, limit: 50, ...(pageParam && { before: pageParam }) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    // no event tells of it: it is asked for each time it is opened
    staleTime: 0,
  });

/** The log: what was done, newest first, by whom and to what, and as a file. */
export function AuditSection() {
  const { t } = useTranslation();
  const { filters, query: asked, set } = useAuditFilters();
  const query = useInfiniteQuery({ ...auditQuery(asked), placeholderData: (last) => last });
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const [saving, setSaving] = useState<"csv" | "jsonl">();
  const save = async (format: "csv" | "jsonl") => {
    setSaving(format);
    await attempt(async () =>
      saveFile(`meridian-log.${format}`, await download(auditApi.export, { ...asked, format })),
    );
    setSaving(undefined);
  };
  return (
    <section aria-label={t("administration.audit")}>
      <p className="max-w-3xl px-4 pt-4 text-sm text-soft">{t("audit.text")}</p>
      <AuditFilters filters={filters} actions={auditActions} onChange={set} />
      <div className="flex flex-wrap gap-2 border-b border-line px-4 pb-3">
        {(["csv", "jsonl"] as const).map((format) => (
          <Button
            key={format}
            size="small"
            icon={<Download size={14} aria-hidden />}
            busy={saving === format}
            onClick={() => void save(format)}
          >
            {t(format === "csv" ? "audit.exportCsv" : "audit.exportLines")}
          </Button>
        ))}
      </div>
      <PagedList
        query={query}
        count={entries.length}
        empty={<Empty icon={ScrollText} title={t("audit.none")} text={t("audit.noneText")} />}
      >
        {entries.map((entry) => (
          <AuditLine key={entry.id} entry={entry} onFilter={set} />
        ))}
      </PagedList>
    </section>
  );
}
