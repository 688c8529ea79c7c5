import type { Cursor, Frame, LiveEvent, LiveMessages } from "@meridian/shared/events";
import type { Me } from "@meridian/shared/people";
import type { Server as HttpServer } from "node:http";
import type { Logger } from "pino";
import { Server, type Socket } from "socket.io";
import * as z from "zod/mini";
import { forgetEverything } from "../database/remembered.ts";
import { broadcast } from "./broadcast.ts";
import { Frames, type Held } from "./frames.ts";
import { isFarAhead, Recent } from "./recent.ts";
import { type Room, rooms, roomsOf } from "./rooms.ts";
import { sendAway } from "./sendAway.ts";
import type { Step, Tell } from "./steps.ts";
import { Strangers } from "./strangers.ts";
import type { TailListener } from "./tail.ts";
import { Turns } from "./turns.ts";
import { readsTooSlowly, type Waiting, waitingIn } from "./waiting.ts";

interface SocketFacts {
  personId: string;
  officeId: string;
}
type LiveSocket = Socket<Record<string, never>, LiveMessages, Record<string, never>, SocketFacts>;

/** Milliseconds until whoever has said who they are has come in: they may be many. */
const longestArrival = 120_000;

const Handshake = z.strictObject({
  token: z.string().check(z.maxLength(2_000)),
  cursor: z.optional(z.string().check(z.regex(/^[0-9A-F]{2,2000}$/i))),
});

export interface SocketsOptions {
  server: HttpServer;
  /** Who a token belongs to now; throws when it is nobody's. */
  whoIs: (token: string) => Promise<Me>;
  /** Origins of pages that may connect; a client without an Origin header is no browser. */
  allowedOrigin: (origin: string, host: string) => boolean;
  log: Logger;
}

/** The sockets of this node: who is connected, and what each of them hears. */
export class Sockets implements TailListener {
  readonly io: Server<Record<string, never>, LiveMessages, Record<string, never>, SocketFacts>;
  /** Since the start: events told to a socket; sockets that heard what they missed, or had to fetch anew; those cut. */
  readonly counts = { deliveries: 0, replays: 0, resyncs: 0, cut: 0 };
  #recent = new Recent("");
  #position: Cursor = "";
  #sentTo: Cursor = "";
  #frames = new Frames((held) => this.#send(held));
  // raised whenever authority changed while a socket was still arriving
  #authority = 0;
  #timers: NodeJS.Timeout[] = [];
  #turns = new Turns();
  #strangers: Strangers;

  constructor(private readonly options: SocketsOptions) {
    this.io = new Server(options.server, {
      serveClient: false,
      // polling would need a balancer that sends each socket to its own node, and Engine.IO's answers to it can fail unheard
      transports: ["websocket"],
      // and broadcasts write their messages as they are
      perMessageDeflate: false,
      maxHttpBufferSize: 64 * 1024,
      connectTimeout: longestArrival,
      allowRequest: (request, answer) => {
        const origin = request.headers.origin;
        answer(null, origin === undefined || options.allowedOrigin(origin, request.headers.host ?? ""));
      },
    });
    this.#strangers = new Strangers(this.io.engine);
    // the request that opened a connection is of no use any more (https://socket.io/docs/v4/memory-usage/)
    this.io.engine.on("connection", (conn: { request: unknown }) => (conn.request = null));
    this.io.use((socket, next) => {
      this.#admit(socket).then(
        () => next(),
        () => next(new Error("unauthenticated")),
      );
    });
    // no command is listened for, and an async rejection here would end the process: settle() answers it
    this.io.on("connection", (socket) => void this.#settle(socket));
    this.#timers = [
      setInterval(() => this.#cutSlowReaders(), 1_000).unref(),
      setInterval(() => this.#moveQuietSockets(), 30_000).unref(),
    ];
  }

  /** Office and person of every socket on this node. */
  present(): SocketFacts[] {
    return [...this.io.of("/").sockets.values()]
      .map((socket) => socket.data)
      .filter((facts) => facts.personId);
  }

  /** What the readers on this node have not taken yet, all together. */
  waiting(): Waiting {
    const all = [...this.io.of("/").sockets.values()].map(waitingIn);
    return {
      packets: all.reduce((sum, { packets }) => sum + packets, 0),
      bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }

  /** Tells something that is not kept in the change stream, such as presence. */
  tellNow(tell: Tell): void {
    const event = { type: tell.type, data: tell.data, cursor: this.#position } as LiveEvent;
    this.#frames.add(event, tell.to, tell.except ?? []);
  }

  started(from: Cursor): void {
    this.#recent.restart(from);
    this.#position = this.#sentTo = from;
  }

  restarted(from: Cursor): void {
    this.#frames.clear();
    this.started(from);
    forgetEverything();
    // a change of authority may be among what was missed: all come back, and are asked who they are
    this.#authority += 1;
    this.io.disconnectSockets(true);
  }

  moved(to: Cursor): void {
    this.#position = to;
  }

  step(step: Step, cursor: Cursor): void {
    if (step.step === "tell") {
      this.#position = cursor;
      this.#frames.add(this.#recent.add(step, cursor), step.to, step.except ?? []);
      return;
    }
    if (step.step === "confine") {
      this.#recent.confine(step.subject, step.to);
      return;
    }
    // what was committed before a change of authority is told by the old one, nothing after it is
    this.#frames.flush();
    this.#authority += 1;
    if (step.step === "join") this.io.in(step.sockets).socketsJoin(step.room);
    else if (step.step === "leave") this.io.in(step.sockets).socketsLeave(step.room);
    else if (step.step === "move") this.#move(step.sockets, step.officeId);
    else this.io.in(step.sockets).disconnectSockets(true);
  }

  #move(sockets: Room, officeId: string): void {
    const { adapter, sockets: all } = this.io.of("/");
    for (const id of adapter.rooms.get(sockets) ?? []) all.get(id)!.data.officeId = officeId;
  }

  /** Every socket goes to another node, some seconds long where there are many. */
  async close(): Promise<void> {
    this.#timers.forEach(clearInterval);
    this.#frames.flush();
    await sendAway([...this.io.of("/").sockets.values()]);
    // it waits until the HTTP server has no connection left, as whoever stops that does too
    void this.io.close();
  }

  #send(all: Iterable<Held>): void {
    const [from, to] = [this.#sentTo, this.#position];
    for (const held of all) {
      const { events } = held;
      this.counts.deliveries += events.length * broadcast(this.io.of("/"), held, { from, to, events });
    }
    this.#sentTo = to;
  }

  async #admit(socket: LiveSocket): Promise<void> {
    const { token } = z.parse(Handshake, socket.handshake.auth);
    const me = await this.options.whoIs(token);
    socket.data.personId = me.id;
    socket.data.officeId = me.officeId;
    socket.on("error", () => socket.disconnect(true));
    this.#strangers.know(socket.conn);
    await this.#turns.turn(() => socket.conn.readyState === "open");
  }

  /**
   * Lets a socket hear: asks once more who it is, now that changes of authority reach it, and asks again if one
   * happened meanwhile. From the answer to joining and replay nothing is awaited, so no commit falls between.
   */
  async #settle(socket: LiveSocket): Promise<void> {
    try {
      const { token, cursor } = z.parse(Handshake, socket.handshake.auth);
      for (;;) {
        const authority = this.#authority;
        const me = await this.options.whoIs(token);
        if (authority !== this.#authority) continue;
        if (!socket.connected) return;
        socket.data.officeId = me.officeId;
        // what is held is part of the replay: heard before it, the reader would believe to have heard what lies between
        this.#frames.flush();
        void socket.join(roomsOf(me));
        break;
      }
      this.#replay(socket, cursor);
    } catch (error) {
      this.options.log.debug({ err: error }, "a socket could not settle");
      socket.disconnect(true);
    }
  }

  #replay(socket: LiveSocket, cursor: Cursor | undefined): void {
    const position = this.#position;
    const missed =
      cursor === undefined || isFarAhead(cursor, position) ? null : this.#recent.since(cursor, socket.rooms);
    if (missed === null || cursor === undefined) {
      this.counts.resyncs += 1;
      socket.emit("live:resync", { position });
      return;
    }
    for (let start = 0; start < missed.length; start += 100) {
      const frame: Frame = { from: cursor, to: position, events: missed.slice(start, start + 100) };
      socket.emit("events", frame);
    }
    this.counts.replays += 1;
    this.counts.deliveries += missed.length;
    socket.emit("live:ready", { position });
  }

  #moveQuietSockets(): void {
    this.#frames.flush();
    this.#sentTo = this.#position;
    // not to those who are still arriving: they have yet to hear what they missed
    this.io.to(rooms.company).emit("events", { from: this.#position, to: this.#position, events: [] });
  }

  #cutSlowReaders(): void {
    for (const socket of this.io.of("/").sockets.values()) {
      if (!readsTooSlowly(waitingIn(socket))) continue;
      this.counts.cut += 1;
      this.options.log.info({ personId: socket.data.personId }, "a socket that reads too slowly is cut");
      socket.conn.close(true);
    }
  }
}
