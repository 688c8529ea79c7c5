import { createServer, connect, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

interface Pair {
  client: Socket;
  server: Socket;
}

/** The network between people and one server, which can be bad. */
export class Proxy {
  #pairs = new Set<Pair>();
  #listener: Server;
  /** Nothing gets through, and nobody is told: a tunnel. New connections fare the same. */
  #silent = false;
  #held = false;
  /** Which of the answers are lost, and how many were. */
  #losing: (() => boolean) | undefined;
  lost = 0;
  url = "";

  private constructor(private host: string) {
    this.#listener = createServer((client) => {
      const { hostname, port } = new URL(`http://${this.host}`);
      const server = connect(Number(port), hostname);
      const pair = { client, server };
      this.#pairs.add(pair);
      const end = () => {
        this.#pairs.delete(pair);
        client.destroy();
        server.destroy();
      };
      client.on("error", end).on("close", end);
      server.on("error", end).on("close", end);
      if (this.#silent) return;
      client.pipe(server);
      const loses = this.#losing;
      if (loses)
        server.on("data", () => {
          if (!loses()) return;
          this.lost += 1;
          end();
        });
      if (!this.#held) server.pipe(client);
    });
  }

  /** In front of `host`, an address and a port. */
  static async before(host: string): Promise<Proxy> {
    const proxy = new Proxy(host);
    await new Promise<void>((resolve) => proxy.#listener.listen(0, "127.0.0.1", resolve));
    proxy.url = `http://127.0.0.1:${(proxy.#listener.address() as AddressInfo).port}`;
    return proxy;
  }

  /** Where new connections go from now on, an address and a port. */
  leadTo(host: string): void {
    this.host = host;
  }

  /** Cuts every connection; both ends hear of it. */
  cut(): void {
    for (const { client } of this.#pairs) client.destroy();
  }

  /** What the server says is lost on the way from now on, and nobody hears of an end. */
  swallowAnswers(): void {
    for (const { client, server } of this.#pairs) {
      server.unpipe(client);
      server.resume();
    }
  }

  /** Nobody takes what the server says any more, nor tells it so. */
  holdAnswers(): void {
    this.#held = true;
    for (const { client, server } of this.#pairs) server.unpipe(client);
  }

  letAnswersGo(): void {
    this.#held = false;
    for (const { client, server } of this.#pairs) server.pipe(client);
  }

  /** On connections that are made from now on an answer is lost with its connection, so often as `loses` says. */
  loseAnswers(loses: () => boolean): void {
    this.#losing = loses;
  }

  stall(): this {
    this.#silent = true;
    for (const { client, server } of this.#pairs) {
      client.unpipe(server);
      server.unpipe(client);
    }
    return this;
  }

  /** What was stalled is cut: its stream of bytes has a hole, as TCP would notice sooner or later. */
  heal(): void {
    this.#silent = false;
    this.cut();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#listener.close(resolve));
  }
}
