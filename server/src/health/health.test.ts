import { peopleApi } from "@meridian/shared/people";
import { postsApi } from "@meridian/shared/posts";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import { buildChannel, buildCompany, buildPerson, buildPost } from "../test/build.ts";
import { listenAs, request, useServer } from "../test/startServer.ts";
import { listenForMetrics } from "./metricsPort.ts";

const server = useServer();

beforeAll(async () => {
  await buildCompany();
});

/** Every number that is told, by its name and labels as Prometheus writes them. */
async function numbers(): Promise<Record<string, number>> {
  const text = await server.node.metrics.text();
  const lines = text.split("\n").filter((line) => line && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

it("metrics count what is connected, told, replayed, fetched anew and asked, by route", async () => {
  const { url } = server.node;
  const author = await buildPerson();
  const { id } = await buildChannel(url, author);
  const before = (await request(url, peopleApi.me, {}, author.token)).headers.get("meridian-position")!;
  const listeners = [await listenAs(url, author.token, before), await listenAs(url, author.token, "00")];
  const earlier = await numbers();
  const post = await buildPost(url, author, { channelIds: [id] });
  for (const one of listeners) await one.until((l) => l.heard("post:created").length === 1);
  await request(url, postsApi.show, { id: "0".repeat(24) }, author.token);
  await fetch(`${url}/api/nothing-like-${post.id}`);

  const now = await numbers();
  const grown = (name: string) => (now[name] ?? NaN) - (earlier[name] ?? 0);
  expect(now).toMatchObject({
    meridian_ready: 1,
    meridian_connections: 2,
    meridian_replays_total: 1,
    meridian_resyncs_total: 1,
    meridian_waiting_packets: 0,
    meridian_database_queue: 0,
    meridian_http_requests_under_way: 0,
  });
  // the post to both, and the author's own mark of what they read
  expect(grown("meridian_deliveries_total")).toBeGreaterThanOrEqual(2);
  const requests = (labels: string) => grown(`meridian_http_request_duration_seconds_count{${labels}}`);
  expect(requests('method="POST",route="/posts",status="2xx"')).toBe(1);
  expect(requests('method="GET",route="/posts/:id",status="4xx"')).toBe(1);
  expect(requests('method="any",route="none",status="4xx"')).toBe(1);
  expect(JSON.stringify(now)).not.toContain(post.id);
  expect(grown("meridian_change_stream_lag_seconds_count")).toBeGreaterThan(0);
  expect(now["meridian_change_stream_silence_seconds"]).toBeLessThan(4);
  expect(now["nodejs_eventloop_lag_p99_seconds"]).toBeGreaterThan(0);
  expect(now["process_resident_memory_bytes"]).toBeGreaterThan(10_000_000);
  listeners.forEach((one) => one.close());
});

it("metrics are answered on a port of their own, and nowhere else", async () => {
  const own = await listenForMetrics(server.node.metrics, { host: "127.0.0.1", port: 0 });
  const answer = await fetch(own.url);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await answer.text()).toContain("# TYPE meridian_connections gauge");
  expect((await fetch(own.url.replace("/metrics", "/"))).status).toBe(404);
  await own.stop();
  await expect(fetch(own.url)).rejects.toThrow();
  for (const path of ["/metrics", "/api/metrics"]) {
    expect((await fetch(`${server.node.url}${path}`)).status).toBe(404);
  }
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
  const stopped = node.stop(800);

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
