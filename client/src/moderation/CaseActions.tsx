import type { Case } from "@meridian/shared/cases";
import type { CaseAction } from "@meridian/shared/caseHistory";
import { isPending } from "@meridian/shared/caseStates";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../lib/access.ts";
import { type Keys, useKeys } from "../lib/keys.ts";
import { ActDialog } from "./ActDialog.tsx";
import { AfterwardsActions } from "./AfterwardsActions.tsx";
import { AppealActions } from "./AppealActions.tsx";
import { claim, release } from "./commands.ts";
import { HandOverDialog } from "./HandOverDialog.tsx";
import { Keyed } from "./Keyed.tsx";
import { actionKeys, possibleActions } from "./possible.ts";

/** What can be done about a case by whoever looks at it, and why nothing can. */
export function CaseActions({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const me = useMe();
  if (me.role === "auditor") return <Hint>{t("desk.readOnly")}</Hint>;
  if (!kase.mayJudge) return <Hint>{t("desk.notYours")}</Hint>;
  if (isPending(kase.state)) return <PendingActions kase={kase} />;
  if (kase.state === "appealed")
    return kase.mayJudgeAppeal ? <AppealActions kase={kase} /> : <Hint>{t("desk.notYourAppeal")}</Hint>;
  return <AfterwardsActions kase={kase} />;
}

const Hint = ({ children }: { children: string }) => (
  <p className="mx-4 mt-4 rounded-md bg-sunken px-3 py-2 text-sm text-soft">{children}</p>
);

function PendingActions({ kase }: { kase: Case }) {
  const { t } = useTranslation();
  const me = useMe();
  const [acting, setActing] = useState<CaseAction>();
  const [handing, setHanding] = useState(false);
  const possible = possibleActions(me, kase);
  const mine = kase.claimedBy?.id === me.id;
  const claimable = kase.claimedBy === null;
  const toggleClaim = () => void (mine ? release(kase) : claim(kase));
  const keys: Keys = {
    ...Object.fromEntries(possible.map((action) => [actionKeys[action], () => setActing(action)])),
    ...((mine || claimable) && { c: toggleClaim }),
    ...(mine && { u: () => setHanding(true) }),
  };
  useKeys(keys);
  return (
    <div role="group" aria-label={t("desk.act")} className="mx-4 mt-4 space-y-2">
      <div className="flex flex-wrap gap-2">
        {(mine || claimable) && (
          <Keyed text={t(mine ? "desk.release" : "desk.claim")} hint="c" onPress={toggleClaim} />
        )}
        {mine && <Keyed text={t("desk.handOver")} hint="u" onPress={() => setHanding(true)} />}
      </div>
      <div className="flex flex-wrap gap-2">
        {possible.map((action) => (
          <Keyed
            key={action}
            text={t(`desk.actions.${action}`)}
            hint={actionKeys[action]}
            onPress={() => setActing(action)}
          />
        ))}
      </div>
      {acting && (
        <ActDialog
          key={acting}
          kase={kase}
          first={acting}
          possible={possible}
          onClose={() => setActing(undefined)}
        />
      )}
      {handing && <HandOverDialog kase={kase} onClose={() => setHanding(false)} />}
    </div>
  );
}
