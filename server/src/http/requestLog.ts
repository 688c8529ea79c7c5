import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Logger } from "pino";
import { type HttpLogger, pinoHttp } from "pino-http";

const header = "X-Request-Id";

/**
 * One line for each request, and a number by which its answer, its error and every line about it can be found. One that a
 * proxy of ours has given is kept.
 */
export function requestLog(log: Logger, trustedProxies: number): HttpLogger {
  return pinoHttp({
    logger: log,
    quietReqLogger: true,
    customAttributeKeys: { reqId: "requestId" },
    genReqId(request, response) {
      const given = trustedProxies > 0 ? givenId(request) : undefined;
      const id = given ?? randomBytes(8).toString("hex");
      response.setHeader(header, id);
      return id;
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? "error" : "debug"),
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: request.url.split("?")[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}

function givenId(request: IncomingMessage): string | undefined {
  const given = request.headers[header.toLowerCase()];
  return typeof given === "string" && /^[\w.-]{8,64}$/.test(given) ? given : undefined;
}
