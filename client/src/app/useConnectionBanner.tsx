import type { ReactNode } from "react";
import { useSeenAt } from "../lib/access.ts";
import { useConnection } from "../lib/connection.ts";
import { useLocale } from "../lib/language.ts";
import { useDatabaseAway } from "../lib/reachable.ts";
import { useTranslation } from "../lib/texts.ts";
import { browserZone, localDay, localTime } from "../lib/time.ts";
import { useOutbox } from "../posts/outbox.ts";
import { Banner } from "../ui/Banner.tsx";
import { useLateSign } from "./useLateSign.ts";

/** A sign only when the connection is gone for longer than a moment, or when something waits for it. */
export function useConnectionBanner(): ReactNode {
  const { t } = useTranslation();
  const locale = useLocale();
  const away = useDatabaseAway();
  const lost = useLateSign(useConnection() !== "live");
  const waiting = useOutbox().some((post) => post.refused === null);
  const seenAt = useSeenAt();
  if (away) return <Banner kind="offline">{t("app.unavailable")}</Banner>;
  if (!lost) return undefined;
  if (waiting) return <Banner kind="offline">{t("app.offline")}</Banner>;
  if (seenAt === undefined) return <Banner kind="offline">{t("app.reconnecting")}</Banner>;
  const [day, time] = [localDay, localTime].map((format) => format(browserZone(), seenAt, locale));
  return <Banner kind="offline">{t("app.seen", { time: `${day} ${time}` })}</Banner>;
}
