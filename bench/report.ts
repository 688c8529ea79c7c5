import type { Findings } from "./load/measure.ts";
import type { Extent, Finding } from "./load/measures.ts";
import type { Subject } from "./load/subjects.ts";

/** What a part of the bench found: a table in Markdown, and what must not be. */
export interface Part {
  table: string;
  faults: string[];
}

interface Row {
  title: string;
  measure: string;
  figure: string;
  /** Whether more is better. */
  more: boolean;
  digits: number;
}

/** What Meridian is compared with: what writes with an insert, all else with what keeps nothing. */
export const besideOf = (measure: string): Subject["name"] => (measure === "writes" ? "insert" : "plain");

const rowsOf = ({ listeners }: Extent): Row[] => [
  {
    title: "posts/s, 32 authors at once, nobody listening",
    measure: "writes",
    figure: "postsPerSecond",
    more: true,
    digits: 0,
  },
  {
    title: "server CPU, s per 1,000 posts",
    measure: "writes",
    figure: "cpuPer1000Posts",
    more: false,
    digits: 2,
  },
  {
    title: "deliveries/s, the same with 200 listeners",
    measure: "deliveries",
    figure: "deliveriesPerSecond",
    more: true,
    digits: 0,
  },
  {
    title: `delivery p50, ${listeners.toLocaleString("en")} listeners, 20 posts/s, ms`,
    measure: "latency",
    figure: "deliveryP50",
    more: false,
    digits: 1,
  },
  {
    title: "delivery p99, the same, ms",
    measure: "latency",
    figure: "deliveryP99",
    more: false,
    digits: 1,
  },
  {
    title: "server CPU, s per 1,000 deliveries, the same",
    measure: "latency",
    figure: "cpuPer1000Deliveries",
    more: false,
    digits: 4,
  },
  {
    title: "newest page of 60 posts, requests/s, 32 connections",
    measure: "page",
    figure: "pagesPerSecond",
    more: true,
    digits: 0,
  },
  {
    title: "memory per idle connection, KiB",
    measure: "idle",
    figure: "kibPerConnection",
    more: false,
    digits: 0,
  },
];

const median = (sorted: number[]) => sorted[Math.floor(sorted.length / 2)]!;

/** "1.30 (1.10–1.44)": the median turn, with the lowest and the highest. */
function spread(values: number[], digits: number): string {
  if (values.length === 0) return "";
  const sorted = values.toSorted((a, b) => a - b);
  const text = (value: number) => value.toLocaleString("en", { maximumFractionDigits: digits });
  if (sorted.length === 1) return text(sorted[0]!);
  return `${text(median(sorted))} (${text(sorted[0]!)}–${text(sorted.at(-1)!)})`;
}

/** A table in Markdown; ratios are made within each turn, of figures that were taken one after the other. */
export function printed(findings: Findings, extent: Extent): string {
  const lines = rowsOf(extent).map(({ title, measure, figure, more, digits }) => {
    const beside = besideOf(measure);
    const of = (name: Subject["name"]) => findings[measure]![name].map((one) => one.figures[figure]!);
    const ratios = of("meridian").map((value, round) => value / of(beside)[round]!);
    const cells = (["plain", "insert", "meridian"] as const).map((name) => spread(of(name), digits));
    return `| ${[title, ...cells, `${spread(ratios, 2)} × ${beside === "plain" ? "plain" : "the insert"}`, more ? "more" : "less"].join(" | ")} |`;
  });
  return [
    "| | plain Express and Socket.IO | the same + one majority insert | Meridian | ratio | better is |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/** What must be 0 and is not, in words; empty when nothing was lost, doubled or refused. */
export function faultsIn(findings: Findings): string[] {
  return Object.entries(findings).flatMap(([measure, bySubject]) =>
    Object.entries(bySubject).flatMap(([subject, rounds]) =>
      rounds.flatMap(({ faults }: Finding) =>
        Object.entries(faults).flatMap(([fault, count]) =>
          count > 0 ? `${measure}, ${subject}: ${count} ${fault}` : [],
        ),
      ),
    ),
  );
}
