import { type DryRun as Found, type ScreenTest, screeningApi } from "@meridian/shared/screening";
import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { call } from "../lib/call.ts";
import { CallError } from "../lib/callError.ts";
import { useTranslation } from "../lib/texts.ts";
import { Button } from "../ui/Button.tsx";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { Link } from "../ui/Link.tsx";

/** What a screen would have found in the last month, before it does anything. */
export function DryRun({ test }: { test: ScreenTest | undefined }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<{ of: string; answer: Found | CallError }>();
  const tried = JSON.stringify(test);
  const answer = found && found.of === tried ? found.answer : undefined;
  const run = async () => {
    if (!test) return;
    setBusy(true);
    try {
      setFound({ of: tried, answer: await call(screeningApi.tryOut, { test }) });
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      setFound({ of: tried, answer: error });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Button
        size="small"
        icon={<FlaskConical size={15} aria-hidden />}
        busy={busy}
        disabled={!test}
        onClick={() => void run()}
      >
        {t("rules.tryOut")}
      </Button>
      <div role="status">
        {answer instanceof CallError ? (
          <div className="mt-2">
            <ErrorNote
              message={answer.code === "bad_request" ? t("rules.badPattern") : t(`errors.${answer.code}`)}
            />
          </div>
        ) : (
          answer && <Answer found={answer} />
        )}
      </div>
    </div>
  );
}

function Answer({ found: { matched, searched, complete, examples } }: { found: Found }) {
  const { t } = useTranslation();
  return (
    <div className="mt-2 rounded-lg border border-line bg-canvas text-sm">
      <p className="px-3 py-2 font-semibold">
        {matched === 0 ? t("rules.foundNone", { searched }) : t("rules.found", { count: matched, searched })}{" "}
        {!complete && t("rules.incomplete")}
      </p>
      <ul className="max-h-56 overflow-y-auto">
        {examples.map(({ postId, author, matched: text, excerpt }) => (
          <li key={postId} className="border-t border-line px-3 py-1.5 [overflow-wrap:anywhere]">
            <Link to={`/posts/${postId}`} className="font-semibold hover:underline">
              {author.name}
            </Link>{" "}
            <mark className="rounded-sm bg-brass px-1 text-on-brass">{text}</mark>
            <span className="block text-soft">{excerpt}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
