import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import { buildCompany, buildPerson } from "../test/build.ts";
import { listenAs, useServer } from "../test/startServer.ts";

const server = useServer();

beforeAll(async () => {
  await buildCompany();
});

it("a node that is told to stop says so first, ends what was begun, and sends its sockets away a few at a time", async () => {
  const node = await server.startAnother();
  const { token } = await buildPerson();
  const listeners = await Promise.all(Array.from({ length: 20 }, () => listenAs(node.url, token)));
  const left: { reason: string; at: number }[] = [];
  for (const { socket } of listeners)
    socket.on("disconnect", (reason) => left.push({ reason, at: performance.now() }));

  const begun = connect(Number(new URL(node.url).port), "127.0.0.1");
  begun.write(
    "POST /api/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n",
  );
  await sleep(50);
  const stopped = node.stop(300);

  const ready = await fetch(`${node.url}/readyz`);
  expect([ready.status, ready.headers.get("connection")]).toEqual([503, "close"]);
  expect(await ready.json()).toMatchObject({ staying: false, database: true });
  expect((await fetch(`${node.url}/api/company`)).status).toBe(200);
  expect(left).toEqual([]);

  await expect.poll(() => left.length).toBeGreaterThan(0);
  await expect(fetch(node.url)).rejects.toThrow();
  begun.write("{}");
  const [answer] = (await once(begun, "data")) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 400 /);
  await stopped;
  expect(left.length).toBe(20);
  // a client takes a broken connection up again by itself; a goodbye would mean that its session has ended
  expect(new Set(left.map(({ reason }) => reason))).toEqual(new Set(["transport close"]));
  expect(left.at(-1)!.at - left[0]!.at).toBeGreaterThan(250);
});
