import { AppError, type ErrorBody, errorStatus } from "@meridian/shared/errors";
import type { ErrorRequestHandler } from "express";
import { isDatabaseAway } from "../database/connect.ts";

/** The one place where a thrown error becomes an answer. Whatever was not foreseen is logged and answered "internal". */
export const answerError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const refusal = asRefusal(error);
  const status = errorStatus[refusal.code];
  // the request's line in the log says why
  if (status >= 500) response.locals["error"] = error instanceof Error ? error : new Error(typeof error);
  if (refusal.code === "unavailable") response.set("Retry-After", "2");
  const body: ErrorBody = {
    code: refusal.code,
    message: refusal.message,
    ...(status >= 500 && { requestId: response.get("X-Request-Id") ?? "" }),
    ...(refusal.fields && { fields: refusal.fields }),
    ...(refusal.overtaken && { overtaken: refusal.overtaken }),
  };
  response.status(status).json(body);
};

export function asRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isDatabaseAway(error)) return new AppError("unavailable", "The database does not answer right now.");
  if (error instanceof URIError) return new AppError("bad_request", "The address is malformed.");
  // body-parser's errors carry the status they stand for
  if (error instanceof Error && "status" in error && typeof error.status === "number") {
    if (error.status === 413) return new AppError("too_large", "That is too large.");
    if (error.status === 415) return new AppError("unsupported_media", "That encoding is not supported.");
    if (error.status >= 400 && error.status < 500)
      return new AppError("bad_request", "The request is malformed.");
  }
  return new AppError("internal", "Something went wrong on our side.");
}
