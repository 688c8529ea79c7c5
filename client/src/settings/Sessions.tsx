import { type Session, sessionsApi } from "@meridian/shared/sessions";
import { useQuery } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { useState } from "react";
import { useMe } from "../lib/access.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { useLocale } from "../lib/language.ts";
import { useNow } from "../lib/now.ts";
import { useTranslation } from "../lib/texts.ts";
import { relativeTime } from "../lib/time.ts";
import { attempt } from "../lib/attempt.ts";
import { signOut } from "../session/signOut.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Confirm } from "../ui/Confirm.tsx";
import { QueryError } from "../ui/QueryError.tsx";
import { Spinner } from "../ui/Spinner.tsx";
import { browserOf } from "./browser.ts";
import { sessionsQuery } from "./queries.ts";

/** Where I am signed in. */
export function Sessions() {
  const { t } = useTranslation();
  const query = useQuery(sessionsQuery);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    await signOut(true);
    setBusy(false);
    setAsking(false);
  };
  return (
    <>
      {query.isPending ? (
        <Spinner label={t("app.loading")} />
      ) : query.isError ? (
        <QueryError query={query} />
      ) : (
        <ul className="divide-y divide-line">
          {query.data.sessions
            .toSorted((a, b) => Number(b.current) - Number(a.current))
            .map((session) => (
              <OneSession key={session.id} session={session} />
            ))}
        </ul>
      )}
      <Button className="mt-4" onClick={() => setAsking(true)}>
        {t("signIn.signOutEverywhere")}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("signIn.signOutEverywhere")}
        text={t("signIn.signOutEverywhereText")}
        action={t("signIn.signOutEverywhere")}
        busy={busy}
        onConfirm={() => void leave()}
      />
    </>
  );
}

function OneSession({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { zone } = useMe();
  const now = useNow();
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const browser = browserOf(session.userAgent) ?? t("settings.unknownBrowser");
  const Icon = /Mobile|Android|iPhone/.test(session.userAgent) ? Smartphone : Monitor;
  const end = async () => {
    setBusy(true);
    await attempt(async () => {
      await call(sessionsApi.end, { id: session.id });
      await queryClient.invalidateQueries(sessionsQuery);
    });
    setBusy(false);
  };
  return (
    <li className="flex items-center gap-3 py-2.5">
      <Icon size={20} aria-hidden className="shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-sm font-semibold">
          {browser}
          {session.current && <Badge tone="good">{t("settings.thisSession")}</Badge>}
        </p>
        <p className="text-sm text-soft">
          {t("settings.lastSeen", { time: relativeTime(session.lastUsedAt, now, locale, zone) })}
        </p>
      </div>
      {!session.current && (
        <Button
          size="small"
          busy={busy}
          aria-label={`${t("settings.endSession")}: ${browser}`}
          onClick={() => void end()}
        >
          {t("settings.endSession")}
        </Button>
      )}
    </li>
  );
}
