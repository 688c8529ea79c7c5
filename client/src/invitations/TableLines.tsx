import type { TableLine } from "@meridian/shared/invitations";
import { CircleAlert, CircleCheck, CircleMinus } from "lucide-react";
import { useTranslation } from "../lib/texts.ts";

const order = ["wrong", "new", "invited", "member"];

/** What would become of each line, those that need another look first. */
export function TableLines({ lines }: { lines: TableLine[] }) {
  const { t } = useTranslation();
  const count = (...standings: TableLine["standing"][]) =>
    lines.filter((line) => standings.includes(line.standing)).length;
  const [ready, wrong, skipped] = [count("new"), count("wrong"), count("invited", "member")];
  const sorted = lines.toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  return (
    <div className="rounded-lg border border-line">
      <p className="border-b border-line px-3 py-2 text-sm font-semibold">
        {lines.length === 0
          ? t("administration.noLines")
          : [
              t("administration.ready", { count: ready }),
              wrong > 0 && t("administration.wrong", { count: wrong }),
              skipped > 0 && t("administration.skipped", { count: skipped }),
            ]
              .filter(Boolean)
              .join(" · ")}
      </p>
      <ul className="max-h-72 overflow-y-auto">
        {sorted.map((line) => (
          <Line key={line.line} line={line} />
        ))}
      </ul>
    </div>
  );
}

function Line({ line }: { line: TableLine }) {
  const { t } = useTranslation();
  const wrong = line.standing === "wrong";
  const Icon = wrong ? CircleAlert : line.standing === "new" ? CircleCheck : CircleMinus;
  const said = wrong
    ? line.problems.map((problem) =>
        t(`administration.problems.${problem}`, {
          value: problem === "office" ? line.office : line.email,
        }),
      )
    : [t(`administration.standing.${line.standing as "new" | "invited" | "member"}`)];
  return (
    <li className="flex gap-2.5 border-b border-line px-3 py-1.5 text-sm last:border-0">
      <Icon
        size={16}
        aria-hidden
        className={`mt-0.5 shrink-0 ${wrong ? "text-danger" : line.standing === "new" ? "text-good" : "text-soft"}`}
      />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="font-semibold">{t("administration.line", { line: line.line })}</span>{" "}
        {[line.name, line.email, line.office].filter(Boolean).join(" · ")}
        <span className={`block ${wrong ? "font-medium text-danger" : "text-soft"}`}>{said.join("; ")}</span>
      </span>
    </li>
  );
}
