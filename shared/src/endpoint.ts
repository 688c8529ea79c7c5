import type * as z from "zod/mini";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may call at all: anyone, or only someone signed in. Finer rules are the action's. */
export type Audience = "anyone" | "person";

/**
 * One HTTP call, read by both ends and by the OpenAPI document.
 * `input` is flat: path parameters, then the query (GET, DELETE) or the JSON body (POST, PUT, PATCH).
 */
export interface Endpoint<
  Input extends z.ZodMiniType = z.ZodMiniType,
  Output extends z.ZodMiniType = z.ZodMiniType,
  Who extends Audience = Audience,
> {
  method: Method;
  path: string;
  input: Input;
  output: Output;
  audience: Who;
}

/** An endpoint for people who are signed in. Paths start below /api. */
export function endpoint<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  method: Method,
  path: string,
  input: Input,
  output: Output,
): Endpoint<Input, Output, "person"> {
  return { method, path, input, output, audience: "person" };
}

/** An endpoint that needs no session: sign-in, invitations, the first run. */
export function openEndpoint<Input extends z.ZodMiniType, Output extends z.ZodMiniType>(
  method: Method,
  path: string,
  input: Input,
  output: Output,
): Endpoint<Input, Output, "anyone"> {
  return { method, path, input, output, audience: "anyone" };
}

/** Names of the parameters in a path: "/posts/:id" → ["id"]. */
export const pathParameters = (path: string): string[] =>
  [...path.matchAll(/:([A-Za-z]+)/g)].map((match) => match[1]!);
