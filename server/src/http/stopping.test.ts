import { request } from "node:http";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { useServer } from "../test/startServer.ts";

const server = useServer();

it("a request that never ends does not keep a server from stopping", async () => {
  const node = await server.startAnother();
  const headers = { "Content-Type": "application/json", "Content-Length": "1000" };
  const asking = request(`${node.url}/api/posts`, { method: "POST", headers });
  asking.write("{");
  await once(asking, "socket");
  await sleep(100);
  const cut = once(asking, "error");
  const begun = performance.now();
  await node.stop();
  expect(performance.now() - begun).toBeLessThan(5_000);
  await cut;
});
