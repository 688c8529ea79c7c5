import type { Frame } from "@meridian/shared/events";
import type { Socket as NetSocket } from "node:net";
import type { Namespace } from "socket.io";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { buildChannel, buildCompany, buildPerson, type Signed } from "../test/build.ts";
import { type Listener, listenAs, useServer } from "../test/startServer.ts";
import { broadcast } from "./broadcast.ts";
import { type Room, rooms } from "./rooms.ts";

const server = useServer();
let anna: Signed;
let channel: Room;
let namespace: Namespace;
let [first, second]: Listener[] = [];

beforeAll(async () => {
  await buildCompany();
  anna = await buildPerson({ name: "Άννα" });
  channel = rooms.channel((await buildChannel(server.node.url, anna, { private: true })).id);
  namespace = server.node.sockets.io.of("/") as unknown as Namespace;
});

beforeEach(async () => {
  const { url } = server.node;
  first = await listenAs(url, anna.token);
  second = await listenAs(url, (await buildPerson()).token);
  return () => [first, second].forEach((one) => one!.close());
});

const frame = (name: string): Frame => ({
  from: "AA",
  to: "BB",
  events: [{ type: "company:changed", data: { name, ready: true }, cursor: "BB" }],
});
const tell = (name: string, to: Room[] = [rooms.company], except: Room[] = []) =>
  broadcast(namespace, { to, except }, frame(name));
const heardBy = (listener: Listener) => listener.heard("company:changed").map(({ name }) => name);
/** A listener's connection as the server has it: of Engine.IO, and of Node below it. */
const wireOf = ({ socket }: Listener) => {
  const { conn } = namespace.sockets.get(socket.id!)!;
  return {
    conn,
    connection: (conn.transport as unknown as { socket: { _socket: NetSocket } }).socket._socket,
  };
};

it.each([1, 80, 30_000, 70_000])("brings a text of %i Greek letters as it is", async (length) => {
  const text = "Ω".repeat(length);
  expect(tell(text)).toBe(2);
  await first!.until((one) => heardBy(one).length === 1);
  expect(first!.frames).toContainEqual(frame(text));
});

it("reaches everybody in one of the rooms once, and nobody in another", async () => {
  expect(tell("to both", [rooms.company, channel])).toBe(2);
  expect(tell("to one", [channel])).toBe(1);
  expect(tell("to the other", [rooms.company], [channel])).toBe(1);
  expect(tell("to nobody", [rooms.channel("nothing")])).toBe(0);
  tell("last");
  for (const one of [first!, second!]) await one.until((it) => heardBy(it).includes("last"));
  expect(heardBy(first!)).toEqual(["to both", "to one", "last"]);
  expect(heardBy(second!)).toEqual(["to both", "to the other", "last"]);
});

it("is written past Engine.IO's queue to whoever has taken everything", async () => {
  let queued = 0;
  wireOf(first!).conn.on("packetCreate", () => (queued += 1));
  tell("quick");
  await first!.until((one) => heardBy(one).includes("quick"));
  expect(queued).toBe(0);
});

it("comes after all that waits, and holds up nobody else", async () => {
  const { conn, connection } = wireOf(first!);
  connection.cork();
  for (const name of ["a", "b", "c"]) tell(name);
  await second!.until((one) => heardBy(one).length === 3);
  expect(heardBy(first!)).toEqual([]);
  expect((conn as unknown as { writeBuffer: unknown[] }).writeBuffer).toHaveLength(1);
  connection.uncork();
  tell("d");
  await first!.until((one) => heardBy(one).length === 4);
  expect(heardBy(first!)).toEqual(["a", "b", "c", "d"]);
});
