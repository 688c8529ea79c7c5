import type { Server, Socket } from "socket.io";

/** Milliseconds for a connection to say who it is. */
const longest = 8_000;

/** Ends connections that don't say who they are. */
export class Strangers {
  readonly #known = new WeakSet<Socket["conn"]>();

  constructor(engine: Server["engine"]) {
    engine.on("connection", (conn: Socket["conn"]) => {
      const end = setTimeout(() => !this.#known.has(conn) && conn.close(), longest);
      conn.once("close", () => clearTimeout(end));
    });
  }

  know(conn: Socket["conn"]): void {
    this.#known.add(conn);
  }
}
