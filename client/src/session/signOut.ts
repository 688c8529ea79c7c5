import { sessionsApi } from "@meridian/shared/sessions";
import { signedOut } from "../lib/access.ts";
import { call, CallError } from "../lib/call.ts";
import { t } from "../lib/texts.ts";
import { toast } from "../ui/Toast.tsx";

/** Ends this session, or all of mine. Without a connection nothing is pretended: the cookie would bring it back. */
export async function signOut(everywhere = false): Promise<void> {
  try {
    await call(everywhere ? sessionsApi.signOutEverywhere : sessionsApi.signOut, {});
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (error.passing) return toast({ title: t(`errors.${error.code}`), kind: "error" });
  }
  signedOut();
  toast({ title: t(everywhere ? "toast.signedOutEverywhere" : "toast.signedOut") });
}
