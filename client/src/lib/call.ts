import { type Endpoint, pathParameters } from "@meridian/shared/endpoint";
import type { ErrorBody } from "@meridian/shared/errors";
import type * as z from "zod/mini";
import { accessToken, renewAccess } from "./access.ts";
import { CallError } from "./callError.ts";
import { startingFrom } from "./position.ts";
import { noteAnswer } from "./reachable.ts";

export { CallError };

interface CallOptions {
  signal?: AbortSignal;
  /** The page is going away: let the browser finish the call. */
  keepalive?: boolean;
}

/** Calls an endpoint; throws CallError. Renews an access token that has run out, once. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: z.input<E["input"]>,
  options: CallOptions = {},
): Promise<z.output<E["output"]>> {
  const response = await sendTo(endpoint, input as Record<string, unknown>, options);
  try {
    return (await response.json()) as z.output<E["output"]>;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    // cut off in the middle of the answer
    throw new CallError("offline", "The server can't be reached.");
  }
}

/** The answer of an endpoint that is a file. */
export async function download<E extends Endpoint>(endpoint: E, input: z.input<E["input"]>): Promise<Blob> {
  return (await sendTo(endpoint, input as Record<string, unknown>, {})).blob();
}

async function sendTo(endpoint: Endpoint, input: Record<string, unknown>, options: CallOptions) {
  const { path, rest } = address(endpoint, input);
  const reads = endpoint.method === "GET" || endpoint.method === "DELETE";
  const query = reads ? new URLSearchParams(rest as Record<string, string>).toString() : "";
  const request = {
    method: endpoint.method,
    ...(reads ? {} : { body: JSON.stringify(rest), headers: { "Content-Type": "application/json" } }),
    ...options,
  };
  const url = `/api${path}${query && `?${query}`}`;
  return send(url, request, endpoint.audience === "person");
}

/** Sends a picture as it is. */
export async function upload(path: string, file: Blob): Promise<unknown> {
  const request = { method: "PUT", body: file, headers: { "Content-Type": file.type } };
  return (await send(`/api${path}`, request, true)).json();
}

async function send(url: string, request: RequestInit, signedIn: boolean): Promise<Response> {
  const token = signedIn ? (accessToken() ?? (await renewAccess())) : null;
  let response = await fetchAs(url, request, token);
  if (response.status === 401 && signedIn) {
    const error = await refusal(response);
    if (error.code !== "unauthenticated") throw error;
    response = await fetchAs(url, request, await renewAccess(token));
  }
  if (!response.ok) throw await refusal(response);
  startingFrom(response.headers.get("Meridian-Position"));
  return response;
}

async function fetchAs(url: string, request: RequestInit, token: string | null): Promise<Response> {
  const headers = new Headers(request.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  try {
    const response = await fetch(url, { ...request, headers });
    noteAnswer(response.status);
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new CallError("offline", "The server can't be reached.");
  }
}

async function refusal(response: Response): Promise<CallError> {
  const retryAfter = Number(response.headers.get("Retry-After")) || undefined;
  try {
    const body = (await response.json()) as ErrorBody;
    return new CallError(body.code, body.message, body.fields, retryAfter, body.overtaken, body.requestId);
  } catch {
    // a proxy answered, not our server
    return new CallError("unavailable", response.statusText, {}, retryAfter);
  }
}

function address(endpoint: Endpoint, input: Record<string, unknown>) {
  const rest = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  let path = endpoint.path;
  for (const name of pathParameters(endpoint.path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])));
    delete rest[name];
  }
  return { path, rest };
}
