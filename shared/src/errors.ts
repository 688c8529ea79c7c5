import * as z from "zod/mini";
import { Overtaken } from "./caseHistory.ts";

/** Every error code with the HTTP status that carries it. */
export const errorStatus = {
  bad_request: 400,
  unauthenticated: 401,
  wrong_password: 401,
  forbidden: 403,
  suspended: 403,
  deactivated: 403,
  frozen: 403,
  not_found: 404,
  conflict: 409,
  locked: 409,
  too_large: 413,
  unsupported_media: 415,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** What every refused call answers: `message` is for the person at the screen, `fields` name what was wrong. */
export const ErrorBody = z.strictObject({
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  message: z.string(),
  fields: z.optional(z.record(z.string(), z.string())),
  /** With a failure of ours: what an admin finds it by in the log. */
  requestId: z.optional(z.string()),
  /** With `conflict`: somebody was faster, and what they did. */
  overtaken: z.optional(Overtaken),
});
export type ErrorBody = z.infer<typeof ErrorBody>;

/** An expected refusal, thrown by access and actions, answered in one place. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields?: Record<string, string>,
    readonly overtaken?: Overtaken,
  ) {
    super(message);
    this.name = "AppError";
  }
}
