import type { CallError } from "../lib/call.ts";
import { useLocale } from "../lib/language.ts";
import { useTranslation } from "../lib/texts.ts";
import { browserZone, localDate, localTime } from "../lib/time.ts";
import { ErrorNote } from "../ui/ErrorNote.tsx";

/** Why somebody can't come in now, and until when. */
export function SignInRefusal({ error }: { error: CallError | undefined }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (!error) return null;
  const sentence = () => {
    if (error.code === "rate_limited") {
      const seconds = Number(error.fields["wait"]) || error.retryAfter || 60;
      return seconds < 100
        ? t("signIn.tooOften", { count: seconds })
        : t("signIn.tooOftenMinutes", { count: Math.ceil(seconds / 60) });
    }
    if (error.code !== "suspended") return t(`errors.${error.code}`);
    const until = error.fields["until"];
    const zone = browserZone();
    const end =
      until &&
      t("signIn.suspendedUntil", {
        date: localDate(zone, until, locale),
        time: localTime(zone, until, locale),
      });
    const reason = error.message && t("signIn.suspendedReason", { reason: error.message });
    return [end || t("signIn.suspended"), reason].filter(Boolean).join(" ");
  };
  return <ErrorNote message={sentence()} />;
}
