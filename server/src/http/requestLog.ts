import { randomBytes } from "node:crypto";
import type { Request, RequestHandler } from "express";
import type { IncomingMessage } from "node:http";
import type { Logger } from "pino";

const header = "X-Request-Id";
const ofThisProcess = randomBytes(4).toString("hex");
let requests = 0;

/**
 * One line for each request that failed, at debug level for every other one too, with a number that its answer bears as well.
 * A number that a proxy of ours has given is kept. What failed is in `response.locals.error`.
 */
export const requestLog =
  (log: Logger, trustedProxies: number): RequestHandler =>
  (request, response, next) => {
    const requestId = (trustedProxies > 0 && givenId(request)) || newId();
    response.setHeader(header, requestId);
    const begun = performance.now();
    response.once("close", () => {
      const { error: err } = response.locals;
      const { statusCode: status } = response;
      const level = err === undefined ? "debug" : status === 503 ? "warn" : "error";
      if (!log.isLevelEnabled(level)) return;
      const said = { requestId, req: asked(request), res: { status }, millis: performance.now() - begun };
      if (err === undefined) log.debug(said, response.writableFinished ? "answered" : "cut off");
      else log[level]({ ...said, err }, "request failed");
    });
    next();
  };

function newId(): string {
  requests = (requests + 1) % 2 ** 32;
  return ofThisProcess + requests.toString(16).padStart(8, "0");
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
