import { sessionsApi } from "@meridian/shared/sessions";
import { signedOut } from "../lib/access.ts";
import { asked } from "../lib/asked.ts";
import { call, CallError } from "../lib/call.ts";
import { t } from "../lib/texts.ts";
import { discardAll, unsent } from "../posts/outbox.ts";
import { toast } from "../ui/Toast.tsx";

/** Whether to leave, though so many posts were not sent. */
export interface Leaving {
  count: number;
  everywhere: boolean;
}
export const leaving = asked<Leaving>();

/** Ends this session, or all of mine; asks first when posts still wait to be sent. */
export async function signOut(everywhere = false): Promise<void> {
  const count = await unsent();
  if (count > 0) leaving.ask({ count, everywhere });
  else await leave(everywhere);
}

/** Leaves nothing to be sent behind. Without a connection nothing is pretended: the cookie would bring the session back. */
export async function leave(everywhere: boolean): Promise<void> {
  try {
    await call(everywhere ? sessionsApi.signOutEverywhere : sessionsApi.signOut, {});
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (error.passing) return toast({ title: t(`errors.${error.code}`), kind: "error" });
  }
  await discardAll();
  signedOut();
  toast({ title: t(everywhere ? "toast.signedOutEverywhere" : "toast.signedOut") });
}
