import type { Audience, Endpoint } from "@meridian/shared/endpoint";
import { pathParameters } from "@meridian/shared/endpoint";
import { AppError } from "@meridian/shared/errors";
import type { Me } from "@meridian/shared/people";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import compression from "compression";
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import * as z from "zod/mini";
import { fieldsOf } from "./fields.ts";
import { Finished } from "./finished.ts";

/** The HTTP exchange itself, for the few actions that set a cookie or ask where a call came from. */
export interface Exchange {
  request: Request;
  response: Response;
}

type Asker<Who extends Audience> = Who extends "person" ? Me : null;

/** What answers an endpoint: `me` is whoever asks, null where anyone may. */
export type Action<E extends Endpoint> = (
  me: Asker<E["audience"]>,
  input: z.output<E["input"]>,
  exchange: Exchange,
) => Promise<z.input<E["output"]> | Finished>;

/** After this many milliseconds a caller hears "unavailable"; their key makes it safe to send again. */
const deadline = 5_000;

/** Every route of the server: where it is mounted, and the list that documents and sweeps read. */
export class Routes {
  readonly endpoints: Endpoint[] = [];
  // a router tries its paths one after the other: none is tried that has another method or another noun
  readonly #byNoun = new Map<string, Router>();

  constructor(private readonly authenticate: (request: Request) => Promise<Me>) {}

  readonly router: RequestHandler = (request, response, next) => {
    const its = this.#byNoun.get(nounOf(request.method === "HEAD" ? "GET" : request.method, request.path));
    return its ? its(request, response, next) : next();
  };

  #add({ method, path }: Endpoint, answer: (request: Request, response: Response) => Promise<void>): void {
    const noun = nounOf(method, path);
    let router = this.#byNoun.get(noun);
    if (!router) this.#byNoun.set(noun, (router = newRouter(method)));
    router.all(path, answer);
  }

  /** Who is asking · is the input sound · run · answer, with nothing in it that the output shape does not declare. */
  serve<E extends Endpoint>(endpoint: E, action: Action<E>, millis = deadline): void {
    this.endpoints.push(endpoint);
    const inputOf = inputReader(endpoint);
    this.#add(endpoint, async (request, response) => {
      const answer = async () => {
        const me = endpoint.audience === "person" ? await this.authenticate(request) : null;
        const input = inputOf(request);
        return action(me as Asker<E["audience"]>, input, { request, response });
      };
      const output = await withinDeadline(answer(), millis);
      if (output instanceof Finished) return output.send(request, response);
      const sound = z.parse(endpoint.output, output);
      // what is written is answered with a few hundred bytes: not worth the work
      if (endpoint.method !== "GET") response.json(sound);
      else compress(request, response, () => void response.json(sound));
    });
  }

  /** The same for a file: sent as it is read, however long that takes. */
  download<E extends Endpoint<z.ZodMiniType, z.ZodMiniType<string>, "person">>(
    endpoint: E,
    action: Download<E>,
  ): void {
    this.endpoints.push(endpoint);
    const inputOf = inputReader(endpoint);
    this.#add(endpoint, async (request, response) => {
      const me = (await this.authenticate(request)) as Asker<E["audience"]>;
      const file = await withinDeadline(action(me, inputOf(request), { request, response }));
      compress(request, response, () => {});
      await pipeline(Readable.from(file), response);
    });
  }
}

const compress = compression();

/** "GET posts" of "/posts/:id". */
const nounOf = (method: string, path: string) => `${method} ${path.split("/", 2)[1]}`;

function newRouter(method: string): Router {
  const router = Router({ caseSensitive: true });
  if (!reads(method)) router.use(express.json({ limit: "100kb", strict: true }));
  return router;
}

/** Its input is in the address, it has no body. */
const reads = (method: string) => method === "GET" || method === "DELETE";

/** The text of a file, piece by piece. */
export type Download<E extends Endpoint> = (
  ...given: Parameters<Action<E>>
) => Promise<AsyncIterable<string>>;

/** Reads an endpoint's input out of a request; throws `bad_request`, or `not_found` where a parameter of the path is wrong. */
function inputReader<E extends Endpoint>({
  method,
  path,
  input,
}: E): (request: Request) => z.output<E["input"]> {
  const parameters = pathParameters(path);
  const hasBody = !reads(method);
  return (request) => {
    const given: Record<string, unknown> = hasBody ? bodyOf(request) : request.query;
    const query = hasBody ? Object.keys(request.query) : [];
    if (query.length > 0) throw new AppError("bad_request", "This call takes no query.", unknown(query));
    const doubled = parameters.filter((name) => Object.hasOwn(given, name));
    if (doubled.length > 0)
      throw new AppError("bad_request", "Some fields are not known here.", unknown(doubled));
    const parsed = z.safeParse(input, { ...given, ...request.params });
    if (parsed.success) return parsed.data as z.output<E["input"]>;
    const fields = fieldsOf(parsed.error);
    // an id of the wrong form is as absent as one that nobody has
    if (parameters.some((name) => name in fields))
      throw new AppError("not_found", "There is nothing here.", fields);
    throw new AppError("bad_request", "Some fields are not right.", fields);
  };
}

function bodyOf(request: Request): Record<string, unknown> {
  const body: unknown = request.body ?? {};
  if (
    request.get("content-length") !== undefined &&
    request.get("content-length") !== "0" &&
    !request.is("json")
  ) {
    throw new AppError("unsupported_media", "Send JSON.");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new AppError("bad_request", "The body must be a JSON object.");
  }
  return body as Record<string, unknown>;
}

const unknown = (names: string[]) => Object.fromEntries(names.map((name) => [name, "is not known here"]));

export async function withinDeadline<T>(work: Promise<T>, millis = deadline): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new AppError("unavailable", "That took too long. Please try again.")),
      millis,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
