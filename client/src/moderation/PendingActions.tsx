import type { Case } from "@meridian/shared/cases";
import { useMe } from "../lib/access.ts";
import { useKeys } from "../lib/keys.ts";
import { useTranslation } from "../lib/texts.ts";
import type { Intent } from "./CaseDialogs.tsx";
import { claim, release } from "./commands.ts";
import { Keyed } from "./Keyed.tsx";
import { actionKeys, possibleActions } from "./possible.ts";

/** What can be done about a case that nobody has decided yet; each act has a key. */
export function PendingActions({ kase, onBegin }: { kase: Case; onBegin: (intent: Intent) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const possible = possibleActions(me, kase);
  const mine = kase.claimedBy?.id === me.id;
  const claimable = kase.claimedBy === null;
  const toggleClaim = () => void (mine ? release(kase) : claim(kase));
  const handOver = () => onBegin({ kind: "handOver" });
  useKeys({
    ...Object.fromEntries(
      possible.map((action) => [actionKeys[action], () => onBegin({ kind: "act", action })]),
    ),
    ...((mine || claimable) && { c: toggleClaim }),
    ...(mine && { u: handOver }),
  });
  return (
    <div role="group" aria-label={t("desk.act")} className="mx-4 mt-4 space-y-2">
      <div className="flex flex-wrap gap-2 empty:hidden">
        {(mine || claimable) && (
          <Keyed text={t(mine ? "desk.release" : "desk.claim")} hint="c" onPress={toggleClaim} />
        )}
        {mine && <Keyed text={t("desk.handOver")} hint="u" onPress={handOver} />}
      </div>
      <div className="flex flex-wrap gap-2">
        {possible.map((action) => (
          <Keyed
            key={action}
            text={t(`desk.actions.${action}`)}
            hint={actionKeys[action]}
            onPress={() => onBegin({ kind: "act", action })}
          />
        ))}
      </div>
    </div>
  );
}
