import { companyApi } from "@meridian/shared/company";
import type { SignedIn } from "@meridian/shared/sessions";
import { Telescope } from "lucide-react";
import { call } from "../lib/call.ts";
import { useTranslation } from "../lib/texts.ts";
import { Refusal } from "../ui/Refusal.tsx";
import { useSubmit } from "../lib/useSubmit.ts";
import { Button } from "../ui/Button.tsx";

interface LookAroundProps {
  token: string;
  onDone: (answer: SignedIn) => Promise<void>;
}

/** The made-up company, for those who want to see something before they decide anything. */
export function LookAround({ token, onDone }: LookAroundProps) {
  const { t } = useTranslation();
  const { onSubmit, busy, refused } = useSubmit(async () =>
    onDone(await call(companyApi.lookAround, { setupToken: token })),
  );
  return (
    <form
      onSubmit={onSubmit}
      className="my-8 flex flex-wrap items-center gap-4 rounded-lg border border-line bg-surface p-4"
    >
      <Telescope size={24} aria-hidden className="shrink-0 text-accent" />
      <p className="min-w-0 flex-1 basis-64 text-sm text-soft">{t("firstRun.lookAroundText")}</p>
      <Button type="submit" busy={busy}>
        {t("firstRun.lookAround")}
      </Button>
      <div role="status" className="basis-full empty:hidden">
        {busy && (
          <>
            <p className="text-sm font-semibold">{t("firstRun.filling")}</p>
            <span aria-hidden className="mt-2 flex h-1.5 gap-px">
              {Array.from({ length: 24 }, (_, hour) => (
                <span
                  key={hour}
                  style={{ animationDelay: `${hour * 60}ms` }}
                  className="flex-1 animate-wait bg-brass first:rounded-l-full last:rounded-r-full"
                />
              ))}
            </span>
          </>
        )}
      </div>
      {refused && (
        <div className="basis-full">
          <Refusal error={refused} />
        </div>
      )}
    </form>
  );
}
