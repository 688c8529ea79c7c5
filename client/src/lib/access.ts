import type { ErrorBody } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import type { SignedIn } from "@meridian/shared/sessions";
import { CallError } from "./callError.ts";
import { forgetPosition, startingFrom } from "./position.ts";
import { broadcastChannel } from "./tabs.ts";
import { useWatched, watched } from "./watched.ts";

/** Who uses this page. The access token is in memory only; the refresh token is in a cookie that no script reads. */
export type Access =
  | { state: "unknown" }
  | { state: "out"; why?: CallError }
  | {
      state: "in";
      me: Me;
      /** None until it has come, or while the server can't be reached: what is shown is what was seen last. */
      token: string | null;
      /** When that was, in milliseconds. */
      seenAt?: number;
    };

const access = watched<Access>({ state: "unknown" });
/** What the page begins with when the server has drawn it, whatever is heard before it has taken over. */
let drawnAs: Access | undefined;
const channel = broadcastChannel("meridian-access");

export const useAccess = (): Access => useWatched(access, () => drawnAs ?? access.get());

/** The person who is signed in; for screens that only they see. */
export function useMe(): Me {
  const current = useAccess();
  if (current.state !== "in") throw new Error("nobody is signed in");
  return current.me;
}

function whileIn(): Extract<Access, { state: "in" }> | undefined {
  const current = access.get();
  return current.state === "in" ? current : undefined;
}

export const currentMe = (): Me | undefined => whileIn()?.me;
export const accessToken = (): string | null => whileIn()?.token ?? null;

export function signedIn({ accessToken: token, me }: SignedIn): void {
  access.set({ state: "in", me, token });
}

/**
 * As whom the server has drawn the page for, or (`seenAt`) as who was here last, until it has been asked who is here. Answers whether
 * this is who is here.
 */
export function signedInForNow(me: Me, seenAt?: number): boolean {
  if (access.get().state === "unknown")
    access.set({ state: "in", me, token: null, ...(seenAt !== undefined && { seenAt }) });
  drawnAs = access.get();
  return currentMe()?.id === me.id;
}

/** When what is shown was seen, while that is all there is. */
export function useSeenAt(): number | undefined {
  const current = useAccess();
  return current.state === "in" ? current.seenAt : undefined;
}

export function updateMe(change: Partial<Me>): void {
  const current = whileIn();
  if (current) access.set({ ...current, me: { ...current.me, ...change } });
}

/** Back to the sign-in page, here and in this browser's other tabs. */
export function signedOut(why?: CallError, tellOthers = true): void {
  if (access.get().state === "out") return;
  forgetPosition();
  access.set(why ? { state: "out", why } : { state: "out" });
  if (tellOthers) channel?.postMessage("out");
}

if (channel) channel.onmessage = () => signedOut(undefined, false);

let renewing: Promise<string> | undefined;

/**
 * A new access token by the refresh cookie; one refresh at a time in the whole browser. Throws CallError:
 * "unauthenticated" signs out, "offline" and "unavailable" change nothing.
 * `spent` is the token that was refused: if another one is there by now, that one is answered.
 */
export function renewAccess(spent?: string | null): Promise<string> {
  const current = accessToken();
  if (spent && current && current !== spent) return Promise.resolve(current);
  renewing ??= inBrowserLock(refresh).finally(() => (renewing = undefined));
  return renewing;
}

const inBrowserLock = <T>(work: () => Promise<T>): Promise<T> =>
  "locks" in navigator ? (navigator.locks.request("meridian-refresh", work) as Promise<T>) : work();

async function refresh(): Promise<string> {
  let response: Response;
  try {
    response = await fetch("/api/sessions/refresh", { method: "POST" });
  } catch {
    throw new CallError("offline", "The server can't be reached.");
  }
  if (response.ok) {
    startingFrom(response.headers.get("Meridian-Position"));
    const answer = (await response.json()) as SignedIn;
    const current = currentMe();
    if (current && current.id !== answer.me.id) {
      // another person's cookie: nothing of what this page holds is for them, and nothing may be sent as theirs
      location.reload();
      throw new CallError("unavailable", "Somebody else has signed in.");
    }
    signedIn(answer);
    return answer.accessToken;
  }
  const body = (await response.json().catch(() => undefined)) as ErrorBody | undefined;
  const error = new CallError(body?.code ?? "unavailable", body?.message ?? "", body?.fields);
  if (!error.passing) signedOut(["suspended", "deactivated"].includes(error.code) ? error : undefined);
  throw error;
}
