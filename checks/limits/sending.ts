import type { LiveMessages } from "@meridian/shared/events";
import { type ClientRequest, request } from "node:http";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";

export interface Sending {
  method: "GET" | "POST" | "PUT";
  /** From /api on. */
  path: string;
  token?: string;
  /** From which of this machine's addresses. */
  from?: string;
  headers?: Record<string, string>;
  /** Made anew each time that it is sent. */
  body?: () => Buffer | Readable;
}

const megabyte = Buffer.alloc(1_000_000, 7);

/** So many megabytes, as fast as they are taken. */
export const streamed = (megabytes: number) => () =>
  Readable.from(Array.from({ length: megabytes }, () => megabyte));

/** A connection that was closed without an answer. */
export const closed = 0;

export interface Answer {
  /** `closed` where there was none. */
  status: number;
  /** In seconds; NaN when it isn't said. */
  retryAfter: number;
}

export const send = async (url: string, sending: Sending): Promise<number> =>
  (await exchange(url, sending)).status;

export async function exchange(url: string, { body, ...sending }: Sending): Promise<Answer> {
  const asking = begin(url, sending);
  const answer = answerOf(asking);
  const what = body?.();
  if (what instanceof Readable) what.on("error", () => {}).pipe(asking);
  else asking.end(what);
  const said = await answer;
  asking.destroy();
  return said;
}

/** So many requests at once that stop in the middle of their body; the answer that most of them get within three seconds. */
export async function sendHalves(
  url: string,
  count: number,
  sending: Omit<Sending, "body">,
): Promise<number> {
  const headers = { ...sending.headers, "Content-Length": "5000000" };
  const asking = Array.from({ length: count }, () => begin(url, { ...sending, headers }));
  const answers: number[] = [];
  for (const one of asking) {
    void answerOf(one).then(({ status }) => answers.push(status));
    for (let sent = 0; sent < 4; sent += 1) one.write(megabyte);
  }
  await sleep(3_000);
  const seen = answers.toSorted((a, b) => a - b);
  asking.forEach((one) => one.destroy());
  return seen[Math.floor(count / 2)] ?? -1;
}

function begin(url: string, { method, path, token, from, headers }: Sending): ClientRequest {
  const authorization = token && { Authorization: `Bearer ${token}` };
  return request(`${url}/api${path}`, {
    method,
    agent: false,
    ...(from && { localAddress: from }),
    headers: { ...authorization, ...headers },
  });
}

const answerOf = (asking: ClientRequest) =>
  new Promise<Answer>((resolve) => {
    asking.on("response", (response) => {
      resolve({ status: response.statusCode!, retryAfter: Number(response.headers["retry-after"]) });
      response.resume().on("error", () => {});
    });
    asking.on("error", () => resolve({ status: closed, retryAfter: NaN }));
  });

/** Sends a message of so many bytes over a live socket; `closed` once that has ended it, -1 when it hasn't. */
export async function sendMessage(url: string, token: string, bytes: number): Promise<number> {
  const socket: Socket<LiveMessages, { any: (text: string) => void }> = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnection: false,
    auth: { token },
  });
  await new Promise<void>((resolve) => socket.once("live:resync", () => resolve()));
  const ended = new Promise<number>((resolve) => socket.once("disconnect", () => resolve(closed)));
  socket.emit("any", "x".repeat(bytes));
  const answer = await Promise.race([ended, sleep(3_000, -1)]);
  socket.close();
  return answer;
}
