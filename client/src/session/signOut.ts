import { sessionsApi } from "@meridian/shared/sessions";
import i18next from "i18next";
import { signedOut } from "../lib/access.ts";
import { call, CallError } from "../lib/call.ts";
import { toast } from "../ui/Toast.tsx";

/** Ends this session, or all of mine. Without a connection nothing is pretended: the cookie would bring it back. */
export async function signOut(everywhere = false): Promise<void> {
  try {
    await call(everywhere ? sessionsApi.signOutEverywhere : sessionsApi.signOut, {});
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    if (error.passing) return toast({ title: i18next.t(`errors.${error.code}`), kind: "error" });
  }
  signedOut();
  toast({ title: i18next.t(everywhere ? "toast.signedOutEverywhere" : "toast.signedOut") });
}
