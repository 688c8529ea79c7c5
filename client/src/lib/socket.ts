import type { Cursor, Frame, LiveEvent, LiveMessages } from "@meridian/shared/events";
import { io, type Socket } from "socket.io-client";
import { accessToken, renewAccess } from "./access.ts";
import { connection } from "./connection.ts";
import { firstPosition } from "./position.ts";

export interface Listener {
  heard: (event: LiveEvent) => void;
  /** What was missed is out of reach: everything has to be fetched again. */
  resync: () => void;
  /** Connected (again), nothing missed. */
  ready: () => void;
}

/** Listens until the returned function is called. Reconnects by itself, from where it had heard everything. */
export function listen(listener: Listener): () => void {
  let cursor: Cursor | undefined;
  let closed = false;
  const socket: Socket<LiveMessages> = io({
    transports: ["websocket"],
    auth: (say: (handshake: object) => void) => {
      const from = cursor ?? firstPosition();
      say({ token: accessToken() ?? "", ...(from && { cursor: from }) });
    },
    // full jitter: after a restart the whole company must not come back within one second
    reconnectionDelay: 600,
    reconnectionDelayMax: 15_000,
    randomizationFactor: 1,
    timeout: 10_000,
  });

  /** A token that has run out is renewed; a session that has ended signs out by itself there. */
  const renewAndConnect = async () => {
    try {
      await renewAccess(accessToken());
      if (!closed) socket.connect();
    } catch {
      if (!closed) setTimeout(() => void renewAndConnect(), 1_000 + Math.random() * 4_000);
    }
  };

  socket.on("events", (frame: Frame) => {
    for (const event of frame.events) listener.heard(event);
    cursor = frame.from;
  });
  socket.on("live:ready", ({ position }) => {
    cursor = position;
    connection.set("live");
    listener.ready();
  });
  socket.on("live:resync", ({ position }) => {
    cursor = position;
    connection.set("live");
    listener.resync();
  });
  socket.on("disconnect", (reason) => {
    connection.set("lost");
    if (reason === "io server disconnect") void renewAndConnect();
  });
  socket.on("connect_error", () => {
    connection.set("lost");
    // a refused handshake is not tried again by Socket.IO itself
    if (!socket.active) void renewAndConnect();
  });
  const retryNow = () => {
    if (!socket.connected && socket.active) socket.disconnect().connect();
  };
  window.addEventListener("online", retryNow);

  return () => {
    closed = true;
    window.removeEventListener("online", retryNow);
    socket.disconnect();
    connection.set("connecting");
  };
}
