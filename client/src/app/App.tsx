import { lazy, Suspense, useEffect, useState } from "react";
import { queryClient } from "../lib/cache.ts";
import { renewAccess, useAccess } from "../lib/access.ts";
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
    if (access.state === "out") queryClient.clear();
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

/** Asks for a token until somebody knows who is here: a server that restarts is no reason to sign in again. */
function useFirstRenewal(known: boolean): [CallError | undefined, () => void] {
  const [trouble, setTrouble] = useState<CallError>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (known) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    renewAccess().catch((error: unknown) => {
      setTrouble(error instanceof CallError ? error : new CallError("internal", String(error)));
      timer = setTimeout(() => setAttempt((count) => count + 1), 2_000 + Math.random() * 1_000);
    });
    return () => clearTimeout(timer);
  }, [attempt, known]);
  return [trouble, () => setAttempt((count) => count + 1)];
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
