import { randomBytes } from "node:crypto";
import type { Request } from "express";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { type HttpLogger, pinoHttp } from "pino-http";
import { plainError } from "../log.ts";

const header = "X-Request-Id";

/**
 * One line for each request that failed, at debug level for every other one too, with a number that its answer bears as well.
 * A number that a proxy of ours has given is kept.
 */
export function requestLog(log: Logger, trustedProxies: number): HttpLogger {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    customAttributeKeys: { reqId: "requestId" },
    genReqId(request, response) {
      const id = (trustedProxies > 0 && givenId(request)) || randomBytes(8).toString("hex");
      response.setHeader(header, id);
      return id;
    },
    customLogLevel: (_request, { err, statusCode }) =>
      err === undefined ? "debug" : statusCode === 503 ? "warn" : "error",
    customErrorObject: (_request, { err }, _error, said: object) => ({ ...said, err }),
    customErrorMessage: () => "request failed",
    wrapSerializers: false,
    serializers: {
      req: asked,
      res: ({ statusCode }: ServerResponse) => ({ status: statusCode }),
      err: plainError,
    },
  });
}

/** Without the query, which holds what somebody searched for, and without what is a secret by its length. */
const asked = ({ method, originalUrl }: Request) => ({
  method,
  path: originalUrl.split("?")[0]!.replace(/[\w-]{30,}/g, "…"),
});

function givenId(request: IncomingMessage): string | undefined {
  const given = request.headers[header.toLowerCase()];
  return typeof given === "string" && /^[\w.-]{8,64}$/.test(given) ? given : undefined;
}
