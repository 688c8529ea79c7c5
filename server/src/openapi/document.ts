import { type Endpoint, pathParameters } from "@meridian/shared/endpoint";
import { type ErrorCode, errorStatus } from "@meridian/shared/errors";
import { Person } from "@meridian/shared/people";
import { type JsonSchema, namedSchemas, schemaOf } from "./schemas.ts";

/** The OpenAPI 3.1 document, made from the same values that answer the calls. */
export function openApiDocument(endpoints: Endpoint[], url: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:([A-Za-z]+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  paths["/people/{id}/avatar"] = { ...paths["/people/{id}/avatar"], put: pictureUpload() };
  return {
    openapi: "3.1.0",
    info: {
      title: "Meridian",
      version: "1",
      description:
        "Sign in with POST /sessions, send the access token as a bearer token. What changes is told over Socket.IO: see events.json.",
    },
    servers: [{ url: `${url}/api` }],
    paths,
    components: {
      schemas: namedSchemas(),
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  };
}

function operation(endpoint: Endpoint): object {
  const input = schemaOf(endpoint.input, "input");
  const inPath = pathParameters(endpoint.path);
  const rest = without(input, inPath);
  const names = Object.keys(rest.properties ?? {});
  const reads = endpoint.method === "GET" || endpoint.method === "DELETE";
  const parameters = [
    ...inPath.map((name) => ({ name, in: "path", required: true, schema: input.properties?.[name] ?? {} })),
    ...(reads ? names : []).map((name) => ({
      name,
      in: "query",
      required: rest.required?.includes(name) ?? false,
      schema: rest.properties?.[name] ?? {},
    })),
  ];
  const signedIn = endpoint.audience === "person";
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replaceAll(/[^A-Za-z]+(.)?/g, (_, next?: string) => next?.toUpperCase() ?? "")}`,
    tags: [endpoint.path.split("/")[1]],
    ...(signedIn && { security: [{ bearer: [] }] }),
    ...(parameters.length > 0 && { parameters }),
    ...(!reads && names.length > 0 && { requestBody: { required: true, ...json(rest) } }),
    responses: {
      200: { description: "Done", ...json(schemaOf(endpoint.output)) },
      ...refusals(signedIn),
    },
  };
}

/** The one call whose body is not JSON. */
function pictureUpload(): object {
  return {
    operationId: "putPeopleIdAvatar",
    tags: ["people"],
    security: [{ bearer: [] }],
    parameters: [
      { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[0-9a-f]{24}$" } },
    ],
    requestBody: {
      required: true,
      content: { "image/*": { schema: { type: "string", contentMediaType: "image/*" } } },
    },
    responses: { 200: { description: "Done", ...json(schemaOf(Person)) }, ...refusals(true) },
  };
}

const json = (schema: JsonSchema) => ({ content: { "application/json": { schema } } });

function without(schema: JsonSchema, names: string[]): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name));
  const required = schema.required?.filter((name) => !names.includes(name)) ?? [];
  return {
    ...schema,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
}

/** Refusals that any call may meet, by status. */
function refusals(signedIn: boolean): Record<number, object> {
  const codes: ErrorCode[] = [
    "bad_request",
    "forbidden",
    "not_found",
    "conflict",
    "too_large",
    "rate_limited",
    "unavailable",
  ];
  const all: ErrorCode[] = signedIn ? ["unauthenticated", ...codes] : codes;
  return Object.fromEntries(
    all.map((code) => [
      errorStatus[code],
      { description: code, ...json({ $ref: "#/components/schemas/Error" }) },
    ]),
  );
}
