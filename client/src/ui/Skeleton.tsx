import { useTranslation } from "../lib/texts.ts";

/** Posts that are on their way: their shape, so that nothing jumps when they come. */
export function Skeleton({ posts = 3 }: { posts?: number | undefined }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="animate-wait">
      <span className="sr-only">{t("app.loading")}</span>
      {Array.from({ length: posts }, (_, at) => (
        <div key={at} aria-hidden className="flex gap-3 border-b border-line px-4 py-4">
          <span className="size-10 shrink-0 rounded-full bg-line" />
          <div className="flex-1 space-y-2.5 pt-1">
            <Line width={at % 2 ? "w-1/3" : "w-2/5"} />
            <Line width="w-full" />
            <Line width={at % 2 ? "w-4/5" : "w-3/5"} />
          </div>
        </div>
      ))}
    </div>
  );
}

const Line = ({ width }: { width: string }) => <span className={`block h-3 rounded-sm bg-line ${width}`} />;
