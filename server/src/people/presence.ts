import mongoose, { Schema } from "mongoose";
import { randomUUID } from "node:crypto";
import type { Logger } from "pino";
import { strict } from "../database/connect.ts";
import { rooms } from "../live/rooms.ts";
import type { Sockets } from "../live/sockets.ts";

/** Who is connected to one server node. Not part of the change stream that posts travel in. */
interface StoredPresence {
  _id: string;
  offices: { officeId: string; online: string[] }[];
  expiresAt: Date;
}

const schema = new Schema<StoredPresence>(
  {
    _id: { type: String, required: true },
    offices: [new Schema({ officeId: String, online: [String] }, { _id: false })],
    expiresAt: { type: Date, required: true },
  },
  { ...strict, collection: "presence" },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const PresenceModel = mongoose.model("Presence", schema);

const beatMillis = 2_000;
const goodForMillis = 15_000;

type Offices = Map<string, string[]>;

/** Keeps who is online per office, over all nodes, and tells when it changes. */
export class Presence {
  readonly #nodeId = randomUUID();
  #shown: Offices = new Map();
  #written = "";
  #writtenAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly sockets: Sockets,
    private readonly log: Logger,
  ) {}

  start(): void {
    const beat = async () => {
      try {
        await this.#beat();
      } catch (error) {
        this.log.debug({ err: error }, "presence missed a beat");
      }
      if (!this.#stopped) this.#timer = setTimeout(begin, beatMillis).unref();
    };
    const begin = () => {
      this.#beating = beat();
    };
    begin();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    // a beat that is on its way would write it again
    await this.#beating;
    await PresenceModel.deleteOne({ _id: this.#nodeId }).catch(() => {});
  }

  show(): { offices: { officeId: string; online: string[] }[] } {
    return { offices: [...this.#shown].map(([officeId, online]) => ({ officeId, online })) };
  }

  async #beat(): Promise<void> {
    const mine = byOffice(this.sockets.present());
    const offices = [...mine].map(([officeId, online]) => ({ officeId, online }));
    // times of the process itself: presence has nothing to do with the calendar of the company
    const now = Date.now();
    if (JSON.stringify(offices) !== this.#written || now - this.#writtenAt > goodForMillis / 3) {
      const expiresAt = new Date(now + goodForMillis);
      await PresenceModel.updateOne(
        { _id: this.#nodeId },
        { $set: { offices, expiresAt } },
        { upsert: true },
      );
      this.#written = JSON.stringify(offices);
      this.#writtenAt = now;
    }
    const nodes = await PresenceModel.find({ expiresAt: { $gt: new Date(now) } }).lean();
    const all = byOffice(
      nodes.flatMap((node) =>
        node.offices.flatMap(({ officeId, online }) => online.map((personId) => ({ officeId, personId }))),
      ),
    );
    this.#tellChanges(all);
  }

  #tellChanges(all: Offices): void {
    for (const officeId of new Set([...all.keys(), ...this.#shown.keys()])) {
      const online = all.get(officeId) ?? [];
      if (online.join() === (this.#shown.get(officeId) ?? []).join()) continue;
      const subject = `presence:${officeId}`;
      this.sockets.tellNow({
        step: "tell",
        type: "presence:changed",
        data: { officeId, online },
        subject,
        to: [rooms.company],
      });
    }
    this.#shown = all;
  }
}

/** The people of each office, each once and in one order, whatever nodes and sockets they are connected to. */
export function byOffice(present: { officeId: string; personId: string }[]): Offices {
  const offices = new Map<string, Set<string>>();
  for (const { officeId, personId } of present) {
    const online = offices.get(officeId);
    if (online) online.add(personId);
    else offices.set(officeId, new Set([personId]));
  }
  return new Map([...offices].map(([officeId, online]) => [officeId, [...online].toSorted()]));
}
