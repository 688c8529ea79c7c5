import { eventShapes } from "@meridian/shared/eventShapes";
import type { EventType } from "@meridian/shared/events";
import { type JsonSchema, namedSchemas, schemaOf } from "./schemas.ts";

const cursor: JsonSchema = {
  type: "string",
  pattern: "^[0-9A-F]+$",
  description: "A place in the change stream; sorts in commit order.",
};
const position: JsonSchema = { type: "object", properties: { position: cursor }, required: ["position"] };

const eventSchema = (type: string): JsonSchema => ({
  type: "object",
  properties: { type: { const: type }, data: schemaOf(eventShapes[type as EventType]), cursor },
  required: ["type", "data", "cursor"],
});

/** What travels over Socket.IO, as an AsyncAPI 3.0 document. Nothing travels to the server but the handshake. */
export function eventsDocument(url: string): object {
  const types = Object.keys(eventShapes);
  const frame: JsonSchema = {
    type: "object",
    description:
      "What one tick of the change stream brought for one set of rooms. Resume from the `from` of the newest frame; applying an event twice does no harm.",
    properties: {
      from: cursor,
      to: cursor,
      events: { type: "array", items: { oneOf: types.map(eventSchema) } },
    },
    required: ["from", "to", "events"],
  };
  const messages = {
    "live:ready": { summary: "Connected; everything missed has been sent.", payload: position },
    "live:resync": { summary: "What was missed is out of reach: fetch everything again.", payload: position },
    events: { summary: "Facts, each with the new state.", payload: frame },
  };
  const host = new URL(url);
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Meridian, live",
      version: "1",
      description: "Socket.IO at /socket.io with auth { token, cursor? }.",
    },
    servers: {
      meridian: {
        host: host.host,
        protocol: host.protocol === "https:" ? "wss" : "ws",
        pathname: "/socket.io",
      },
    },
    channels: { live: { address: "/", messages } },
    operations: { hear: { action: "receive", channel: { $ref: "#/channels/live" } } },
    components: { schemas: namedSchemas() },
  };
}
