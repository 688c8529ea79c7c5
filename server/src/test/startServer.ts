import type { Endpoint } from "@meridian/shared/endpoint";
import { pathParameters } from "@meridian/shared/endpoint";
import type { ErrorBody } from "@meridian/shared/errors";
import type { EventType, Frame, LiveEvent, LiveMessages, ServerEvents } from "@meridian/shared/events";
import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import type { Logger } from "pino";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, inject } from "vitest";
import type * as z from "zod/mini";
import { connect, disconnect } from "../database/connect.ts";
import { createLog } from "../log.ts";
import { type RunningNode, startNode } from "../node.ts";

export const testKeys = [{ id: "test", secret: randomBytes(48).toString("base64url") }];
const silent = createLog(process.env["LOG_LEVEL"] ?? "silent");

export interface TestServer {
  node: RunningNode;
  /** A second server on the same database. */
  startAnother: () => Promise<RunningNode>;
}

/** The real server on a real database of this test file's own, from before its first test to after its last. */
export function useServer(
  options: { rateLimits?: boolean; trustedProxies?: number; log?: Logger } = {},
): TestServer {
  const others: RunningNode[] = [];
  const start = () =>
    startNode(
      {
        port: 0,
        host: "127.0.0.1",
        publicUrl: undefined,
        keys: testKeys,
        rateLimits: options.rateLimits ?? false,
        trustedProxies: options.trustedProxies ?? 0,
      },
      options.log ?? silent,
    );
  const server = {
    startAnother: async () => {
      const node = await start();
      others.push(node);
      return node;
    },
  } as TestServer;
  beforeAll(async () => {
    await connect(inject("mongodbUri"), `test-${randomBytes(6).toString("hex")}`);
    server.node = await start();
  });
  afterAll(async () => {
    await Promise.all([...others, server.node].map((node) => node?.stop()));
    await mongoose.connection.db?.dropDatabase();
    await disconnect();
  });
  return server;
}

export type Answer<Output> =
  | { status: number; ok: true; body: Output; headers: Headers }
  | { status: number; ok: false; body: ErrorBody; headers: Headers };

/** Calls an endpoint as a browser would. */
export async function request<E extends Endpoint>(
  url: string,
  endpoint: E,
  input: z.input<E["input"]>,
  token?: string,
  headers: Record<string, string> = {},
): Promise<Answer<z.output<E["output"]>>> {
  const rest: Record<string, unknown> = { ...(input as object) };
  let path = endpoint.path;
  for (const name of pathParameters(path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])));
    delete rest[name];
  }
  const reads = endpoint.method === "GET" || endpoint.method === "DELETE";
  const query = reads ? `?${new URLSearchParams(rest as Record<string, string>).toString()}` : "";
  const response = await fetch(`${url}/api${path}${query}`, {
    method: endpoint.method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(!reads && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(!reads && { body: JSON.stringify(rest) }),
  });
  const body = (await response.json()) as never;
  return { status: response.status, ok: response.ok, body, headers: response.headers };
}

/** Calls and expects success: the answer's body. */
export async function succeed<E extends Endpoint>(
  url: string,
  endpoint: E,
  input: z.input<E["input"]>,
  token?: string,
): Promise<z.output<E["output"]>> {
  const answer = await request(url, endpoint, input, token);
  if (!answer.ok) throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A socket that writes down all that it hears. */
export class Listener {
  readonly frames: Frame[] = [];
  /** "ready", "resync", "closed", in the order in which they came. */
  readonly states: string[] = [];
  readonly socket: Socket<LiveMessages>;

  constructor(url: string, token: string, cursor?: string) {
    this.socket = io(url, {
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
      auth: { token, ...(cursor !== undefined && { cursor }) },
    });
    this.socket.on("events", (frame) => this.frames.push(frame));
    this.socket.on("live:ready", () => this.states.push("ready"));
    this.socket.on("live:resync", () => this.states.push("resync"));
    this.socket.on("disconnect", () => this.states.push("closed"));
    this.socket.on("connect_error", () => this.states.push("refused"));
  }

  get events(): LiveEvent[] {
    return this.frames.flatMap((frame) => frame.events);
  }

  heard<Type extends EventType>(type: Type): ServerEvents[Type][] {
    return this.events
      .filter((event) => event.type === type)
      .map((event) => event.data as ServerEvents[Type]);
  }

  /** Everything that ever reached this socket, to be searched for what must not. */
  get transcript(): string {
    return JSON.stringify(this.frames);
  }

  async until(
    condition: (listener: Listener) => boolean,
    what = "it to happen",
    millis = 5_000,
  ): Promise<void> {
    const start = performance.now();
    while (!condition(this)) {
      if (performance.now() - start > millis) {
        throw new Error(
          `waited in vain for ${what}; states ${this.states.join()}; ${this.transcript.slice(0, 2_000)}`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** Listens as somebody, and is connected when this resolves. */
export async function listenAs(url: string, token: string, cursor?: string): Promise<Listener> {
  const listener = new Listener(url, token, cursor);
  await listener.until(({ states }) => states.length > 0, "the socket to be ready");
  return listener;
}
