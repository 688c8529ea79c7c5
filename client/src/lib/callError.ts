import type { Overtaken } from "@meridian/shared/caseHistory";
import type { ErrorCode } from "@meridian/shared/errors";

/** A call that was refused, or ("offline") never answered. */
export class CallError extends Error {
  constructor(
    readonly code: ErrorCode | "offline",
    message: string,
    readonly fields: Record<string, string> = {},
    /** Seconds after which it may be tried again. */
    readonly retryAfter?: number,
    /** With "conflict" about a case: what somebody else did. */
    readonly overtaken?: Overtaken,
    /** With a failure of the server: what an admin finds it by. */
    readonly requestId?: string,
  ) {
    super(message);
    this.name = "CallError";
  }

  /** Whether the same call may succeed later by itself. */
  get passing(): boolean {
    return ["offline", "unavailable", "internal", "rate_limited"].includes(this.code);
  }
}
