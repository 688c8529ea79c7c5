import type { RequestHandler } from "express";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { waitingTogether } from "../database/together.ts";
import type { Sockets } from "../live/sockets.ts";
import type { Tail } from "../live/tail.ts";

/**
 * What Prometheus is told of this node, with prom-client's own account of the process: memory, processor, event loop, garbage.
 * The live path counts in plain numbers, which are read when somebody asks.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: "meridian_http_request_duration_seconds",
    help: "From the first byte of a request to the end of its answer",
    labelNames: ["method", "route", "status"] as const,
    // the last is the deadline after which a caller hears "unavailable"
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.#registry],
  });
  readonly #lag = new Histogram({
    name: "meridian_change_stream_lag_seconds",
    help: "From a commit, by the primary's clock, to its being told to the sockets of this node",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [this.#registry],
  });
  #underWay = 0;

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    this.#gauge("meridian_http_requests_under_way", "Requests that have no answer yet", () => this.#underWay);
    this.#gauge(
      "meridian_database_queue",
      "Reads and writes that wait to be asked together with others",
      waitingTogether,
    );
  }

  readonly lagged = (seconds: number): void => this.#lag.observe(Math.max(0, seconds));

  /** Times every request, by the path that the code knows it under: what a stranger types makes no new series. */
  readonly timing: RequestHandler = (request, response, next) => {
    const end = this.#requests.startTimer();
    this.#underWay += 1;
    response.once("close", () => {
      this.#underWay -= 1;
      const path: unknown = (request.route as { path: unknown } | undefined)?.path;
      end({
        method: request.route ? request.method : "any",
        route: typeof path === "string" ? path : path ? "page" : "none",
        status: response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : "cut off",
      });
    });
    next();
  };

  /** Reads what the live path of a node counts. */
  watch(tail: Tail, sockets: Sockets, ready: () => boolean): void {
    const { counts: live } = sockets;
    const { counts: stream } = tail;
    this.#gauge("meridian_ready", "1 while the node can keep its promise, as /readyz says", () => +ready());
    this.#gauge("meridian_connections", "Sockets of this node", () => sockets.io.engine.clientsCount);
    this.#gauge(
      "meridian_waiting_packets",
      "Packets that readers have not taken yet",
      () => sockets.waiting().packets,
    );
    this.#gauge(
      "meridian_waiting_bytes",
      "Text that readers have not taken yet",
      () => sockets.waiting().bytes,
    );
    this.#gauge(
      "meridian_change_stream_silence_seconds",
      "Since the change stream was heard",
      () => tail.silence,
    );
    this.#counter("meridian_deliveries_total", "Events told to a socket", () => live.deliveries);
    this.#counter(
      "meridian_replays_total",
      "Sockets that came back and heard what they missed",
      () => live.replays,
    );
    this.#counter("meridian_resyncs_total", "Sockets that had to fetch everything anew", () => live.resyncs);
    this.#counter("meridian_slow_readers_cut_total", "Sockets cut for reading too slowly", () => live.cut);
    this.#counter("meridian_changes_total", "Changes of the database that were told", () => stream.changes);
    this.#counter(
      "meridian_change_stream_breaks_total",
      "Failures of the change stream",
      () => stream.breaks,
    );
    this.#counter(
      "meridian_change_stream_losses_total",
      "Places in the stream lost for good",
      () => stream.losses,
    );
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #gauge(name: string, help: string, read: () => number): void {
    const registers = [this.#registry];
    // prom-client hands itself to this function as `this`
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }

  #counter(name: string, help: string, read: () => number): void {
    const registers = [this.#registry];
    new Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  }
}
