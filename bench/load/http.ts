import { type Agent, request } from "node:http";

/** One call over a kept connection; resolves with the status once the whole answer is there, 0 when there was none. */
export function send(
  agent: Agent,
  url: URL,
  method: string,
  token: string | null,
  body?: string,
): Promise<number> {
  return new Promise((resolve) => {
    const call = request(
      url,
      {
        agent,
        method,
        headers: {
          // as every browser says
          "Accept-Encoding": "gzip, deflate, br",
          ...(token && { Authorization: `Bearer ${token}` }),
          ...(body && { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) }),
        },
      },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
        response.once("error", () => resolve(0));
      },
    );
    call.once("error", () => resolve(0));
    call.end(body);
  });
}
