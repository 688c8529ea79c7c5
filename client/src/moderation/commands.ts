import { type ActOnCase, type Case, type CaseRow, casesApi } from "@meridian/shared/cases";
import type { PersonBrief } from "@meridian/shared/people";
import { attempt } from "../lib/attempt.ts";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";
import { CallError } from "../lib/callError.ts";
import { t } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";
import { fasterText } from "./eventText.ts";
import { caseQuery } from "./queries.ts";

export type AppealOutcome = "confirm" | "overturn";
type Seen = Pick<CaseRow, "id" | "rev">;
const seen = ({ id, rev }: Seen): Seen => ({ id, rev });

/** The answer to an act is the case as it is now; the lists are the server's to order. */
function show(kase: Case): void {
  queryClient.setQueryData(caseQuery(kase.id).queryKey, kase);
  void queryClient.invalidateQueries({ queryKey: ["cases", "list"] });
  void queryClient.invalidateQueries({ queryKey: ["cases", "counts"] });
}

/** As `attempt`; when somebody was faster, it says what they did and shows the case as it is now. */
const attemptOn = (id: string, command: () => Promise<Case>): Promise<boolean> =>
  attempt(async () => {
    try {
      show(await command());
    } catch (error) {
      if (!(error instanceof CallError) || !error.overtaken) throw error;
      void queryClient.invalidateQueries({ queryKey: ["cases"] });
      toast({ title: fasterText(error.overtaken), kind: "error", id: `faster ${id}` });
    }
  });

export const claim = (kase: Seen) => attemptOn(kase.id, () => call(casesApi.claim, seen(kase)));

export const release = (kase: Seen) => attemptOn(kase.id, () => call(casesApi.release, seen(kase)));

export const handOver = (kase: Seen, person: PersonBrief) =>
  attemptOn(kase.id, async () => {
    const handed = await call(casesApi.handOver, { ...seen(kase), personId: person.id });
    toast({ title: t("desk.handedOver", { name: person.name }) });
    return handed;
  });

/** These throw CallError, for the dialog that asked. */
export async function act(input: ActOnCase): Promise<void> {
  show(await call(casesApi.act, input));
  toast({ title: t("desk.done") });
}

export async function judgeAppeal(kase: Seen, outcome: AppealOutcome, reason: string): Promise<void> {
  show(await call(casesApi.judgeAppeal, { ...seen(kase), outcome, reason }));
  toast({ title: t("desk.judged") });
}

export async function reverse(kase: Seen, reason: string): Promise<void> {
  show(await call(casesApi.reverse, { ...seen(kase), reason }));
  toast({ title: t("desk.reversed") });
}

export async function purge(kase: Seen, reason: string): Promise<void> {
  show(await call(casesApi.purge, { ...seen(kase), reason }));
  toast({ title: t("desk.purgeDone") });
}

export async function addNote(id: string, text: string): Promise<void> {
  show(await call(casesApi.note, { id, text }));
}
