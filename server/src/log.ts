import mongoose from "mongoose";
import { type DestinationStream, type Logger, pino } from "pino";

/** One JSON object a line, to standard output unless a test wants to read it. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, serializers: { err: plainError } };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * What kind of error, its sentence, and where it happened. What else hangs on an error is left out, since it may be what somebody
 * wrote: the driver attaches the document that it could not store, the body parser the text that it could not read.
 */
export function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error };
  return {
    type: error.name,
    ...("code" in error && { code: error.code }),
    message: sentenceOf(error),
    at: error.stack?.split("\n").filter((line) => /^\s+at /.test(line)),
    ...(error.cause !== undefined && { cause: plainError(error.cause) }),
  };
}

/** Some sentences quote the value they complain of. */
function sentenceOf(error: Error): string {
  if (error instanceof mongoose.Error.ValidationError) return Object.keys(error.errors).join(", ");
  if (error instanceof mongoose.Error.CastError) return error.path;
  return error.message.replace(/dup key: .*/s, "dup key");
}
