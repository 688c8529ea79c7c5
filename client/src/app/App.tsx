import { lazy, Suspense, useEffect, useState } from "react";
import { queryClient } from "../lib/cache.ts";
import { renewAccess, signedInForNow, useAccess } from "../lib/access.ts";
import { CallError } from "../lib/call.ts";
import { errorText } from "../lib/errorText.ts";
import { useTranslation } from "../lib/texts.ts";
import { ErrorNote } from "../ui/ErrorNote.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { Shell } from "./Shell.tsx";

const SignIn = lazy(async () => ({ default: (await import("../session/SignIn.tsx")).SignIn }));

/** Finds out who is here, and shows the pages or the way in. */
export function App() {
  const access = useAccess();
  const known = access.state !== "unknown";
  const [trouble, tryAgain] = useFirstRenewal(known);

  useEffect(() => {
    // the next person at this browser must not see what the last one saw
    if (access.state !== "out") return;
    queryClient.clear();
    void import("../lib/seen.ts").then(({ forgetSeen }) => forgetSeen()).catch(() => {});
  }, [access.state]);

  if (access.state === "in") return <Shell key={access.me.id} />;
  if (access.state === "out") {
    return (
      <Suspense fallback={<Waiting />}>
        <SignIn why={access.why} />
      </Suspense>
    );
  }
  return <Waiting trouble={trouble} onRetry={tryAgain} />;
}

/** Milliseconds after which what was seen last is better than to wait for who is here. */
const patience = 4_000;

/**
 * Asks for a token until somebody knows who is here: a server that restarts is no reason to sign in again. Where none comes,
 * what was seen last is shown in the meantime.
 */
function useFirstRenewal(known: boolean): [CallError | undefined, () => void] {
  const [trouble, setTrouble] = useState<CallError>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (known) return;
    let timer = setTimeout(() => void showBefore(), patience);
    renewAccess().catch((error: unknown) => {
      clearTimeout(timer);
      const trouble = error instanceof CallError ? error : new CallError("internal", String(error));
      setTrouble(trouble);
      if (trouble.passing) void showBefore();
      timer = setTimeout(() => setAttempt((count) => count + 1), 2_000 + Math.random() * 1_000);
    });
    return () => clearTimeout(timer);
  }, [attempt, known]);
  return [trouble, () => setAttempt((count) => count + 1)];
}

async function showBefore(): Promise<void> {
  try {
    const before = await (await import("../lib/seen.ts")).showSeen();
    if (before) signedInForNow(before.me, before.at);
  } catch {
    // a browser that keeps nothing: the reader waits
  }
}

function Waiting({ trouble, onRetry }: { trouble?: CallError | undefined; onRetry?: () => void }) {
  const { t } = useTranslation();
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      {trouble?.passing ? (
        <ErrorNote message={errorText(t, trouble)} onRetry={onRetry} />
      ) : (
        <Spinner label={t("app.loading")} size={28} />
      )}
    </main>
  );
}
